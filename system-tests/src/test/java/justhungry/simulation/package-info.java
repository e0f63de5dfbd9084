/**
 * A whole cluster in one thread, with virtual time and seeded chance: the production classes of ordering, replication and
 * routing on a simulated network and simulated disks. The invariants of docs/protocol.md are checked after every event. A
 * failure names its seed, which repeats it.
 */
@NullMarked
package justhungry.simulation;

import org.jspecify.annotations.NullMarked;
