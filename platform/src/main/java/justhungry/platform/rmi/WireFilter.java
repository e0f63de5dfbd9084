package justhungry.platform.rmi;

import java.io.ObjectInputFilter;
import justhungry.api.codec.Limits;

/** The filter of what may come in over RMI: this API's classes, and the few of the JDK's that carry them. */
public final class WireFilter {
    /**
     * An allow-list that ends with a refusal of everything else; superclasses and a stub's interfaces are checked too.
     * {@code List.of} travels as {@code CollSer} and {@code ImmutableCollections}; {@code maxrefs} lets a full
     * batch of full pages of orders pass.
     */
    static final String PATTERN = String.join(
            ";",
            "maxdepth=32",
            "maxrefs=2000000",
            "maxarray=8388608",
            "justhungry.api.**",
            "justhungry.platform.rmi.Lane",
            "java.lang.Object",
            "java.lang.Enum",
            "java.lang.String", // in the array that a registry's list() answers with
            "java.util.UUID",
            "java.time.Instant",
            "java.time.Ser", // as which it travels
            "java.util.CollSer",
            "java.util.ImmutableCollections$*",
            // Stubs.
            "java.lang.reflect.Proxy",
            "jdk.proxy*",
            "java.rmi.MarshalledObject",
            "java.rmi.server.RemoteObject",
            "java.rmi.server.RemoteObjectInvocationHandler",
            // Exceptions that a call may throw, and their causes.
            "java.lang.Throwable",
            "java.lang.Exception",
            "java.lang.RuntimeException",
            "java.lang.IllegalArgumentException",
            "java.lang.IllegalStateException",
            "java.lang.StackTraceElement",
            "java.util.Collections$EmptyList",
            "java.io.IOException",
            "java.io.ObjectStreamException",
            "java.io.InvalidObjectException",
            "java.io.InvalidClassException",
            "java.rmi.RemoteException",
            "java.rmi.ServerException",
            "java.rmi.UnmarshalException",
            "java.rmi.NoSuchObjectException",
            "java.rmi.NotBoundException",
            "!*");

    /** Elements of an array other than of bytes: the longest is the one behind a list of a snapshot's rows. */
    private static final int MAX_ELEMENTS = Limits.ROWS_PER_CHUNK;

    private WireFilter() {}

    /** The pattern for a registry, which takes names and stubs only. */
    static String forRegistry() {
        return PATTERN + ";maxarray=" + MAX_ELEMENTS;
    }

    /** The filter for one exported object. */
    public static ObjectInputFilter forExport() {
        var pattern = ObjectInputFilter.Config.createFilter(PATTERN);
        return info -> isTooLong(info) ? ObjectInputFilter.Status.REJECTED : pattern.checkInput(info);
    }

    /**
     * An array has its memory before its elements are read. Of bytes that is one array; but arrays in arrays would take 32
     * MB for each few bytes that say so.
     */
    private static boolean isTooLong(ObjectInputFilter.FilterInfo info) {
        return info.arrayLength() > MAX_ELEMENTS && info.serialClass() != byte[].class;
    }
}
