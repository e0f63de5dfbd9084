package justhungry.api.rmi;

import java.io.ObjectInputFilter;

/** The classes that may come in over RMI: this API's, and the few of the JDK's that carry them. */
public final class WireFilter {
    /**
     * An allow-list that ends with a refusal of everything else. {@code CollSer} and {@code ImmutableCollections} are how
     * {@code List.of} travels; the proxies and {@code java.rmi} classes are stubs and the collector's own calls.
     */
    static final String PATTERN = String.join(
            ";",
            "maxdepth=32",
            "maxrefs=200000",
            "maxarray=8388608",
            "justhungry.api.*",
            "justhungry.api.rmi.Lane",
            "java.lang.Object",
            "java.lang.Enum",
            "java.lang.Number",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Record",
            "java.lang.String",
            "java.lang.Throwable",
            "java.lang.Exception",
            "java.lang.RuntimeException",
            "java.lang.IllegalArgumentException",
            "java.lang.IllegalStateException",
            "java.lang.StackTraceElement",
            "java.lang.reflect.Proxy",
            "java.io.IOException",
            "java.io.ObjectStreamException",
            "java.io.InvalidObjectException",
            "java.io.InvalidClassException",
            "java.util.CollSer",
            "java.util.ImmutableCollections$*",
            "java.util.Collections$EmptyList",
            "java.util.UUID",
            "java.rmi.*",
            "java.rmi.dgc.*",
            "java.rmi.server.*",
            "jdk.proxy*",
            "com.sun.proxy.*",
            "!*");

    private WireFilter() {}

    /** The filter for one exported object. */
    public static ObjectInputFilter forExport() {
        return ObjectInputFilter.Config.createFilter(PATTERN);
    }
}
