/**
 * The name server as other processes use it: its address, calls to it, and the lease that keeps a process registered.
 *
 * <p>Any thread may call it; renewals are made by a thread "directory". It may use {@code api} and {@code platform}.
 */
@NullMarked
package justhungry.coordination;

import org.jspecify.annotations.NullMarked;
