/**
 * The status of the whole cluster: queried from every process in parallel, within a second, and shown as a table or JSON.
 *
 * <p>A {@link justhungry.cluster.status.ClusterProbe} owns the threads that query; everything else is immutable. It may
 * use {@code cluster.process}, the API, {@code coordination} and {@code platform}.
 */
@NullMarked
package justhungry.cluster.status;

import org.jspecify.annotations.NullMarked;
