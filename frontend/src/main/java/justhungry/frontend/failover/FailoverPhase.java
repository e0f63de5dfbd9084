package justhungry.frontend.failover;

/** The phase in which a front end is with its primary. */
enum FailoverPhase {
    /** The primary of the view is sent heartbeats. */
    WATCHING,
    /** The primary is suspected, or there is none. */
    SEARCHING,
    /** The new primary has been handed its view, because it may not know it yet and would refuse the first requests. */
    ADOPTING
}
