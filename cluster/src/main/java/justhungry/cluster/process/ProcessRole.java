package justhungry.cluster.process;

/** The role of a process in the cluster. The constants are in the order in which a cluster is started. */
public enum ProcessRole {
    NAMESERVER("nameserver", "-Xmx128m"),
    BACKEND("backend", "-Xmx512m"),
    FRONTEND("frontend", "-Xmx256m");

    private final String module;
    private final String heapLimit;

    ProcessRole(String module, String heapLimit) {
        this.module = module;
        this.heapLimit = heapLimit;
    }

    /** The Maven module that the role's jar comes from. */
    String module() {
        return module;
    }

    /** The JVM option that limits its heap; the launcher script gives the same. */
    String heapLimit() {
        return heapLimit;
    }
}
