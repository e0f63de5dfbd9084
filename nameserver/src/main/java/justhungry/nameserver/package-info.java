/**
 * The name server: an RMI registry, the directory of running processes, and the register of the current view.
 *
 * <p>RMI's threads call {@link LeaseDirectory} and {@link FileViewRegister}, which guard themselves; one thread of its
 * own belongs to {@link RegistryMirror}. It may use the API, {@code platform} and Apache Commons CLI.
 */
@NullMarked
package justhungry.nameserver;

import org.jspecify.annotations.NullMarked;
