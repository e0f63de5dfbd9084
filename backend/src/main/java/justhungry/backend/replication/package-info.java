/**
 * The replication protocol (docs/protocol.md): primary, replica, views, catching up. Events in, effects out.
 *
 * <p>No thread, clock, chance, I/O or logging, and no knowledge of orders: time is an argument, and actions outside are
 * returned as effects. Owned by the back end's loop. It may use the api only.
 */
@NullMarked
package justhungry.backend.replication;

import org.jspecify.annotations.NullMarked;
