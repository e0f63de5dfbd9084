/**
 * A whole cluster of real processes on this machine: starting, killing, pausing and restarting them, and the file in
 * which a cluster that runs in the background is described.
 *
 * <p>This package does not know orders or the protocol. A {@link justhungry.cluster.process.LocalCluster} is owned by one thread;
 * {@link justhungry.cluster.process.OrphanGuard} may be used by any. It may use
 * the API and {@code platform}.
 */
@NullMarked
package justhungry.cluster.process;

import org.jspecify.annotations.NullMarked;
