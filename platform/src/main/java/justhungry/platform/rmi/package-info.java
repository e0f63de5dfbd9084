/**
 * This project's use of RMI: bounded connects, cuttable connections, capped servers, serial filters.
 *
 * <p>Plain RMI bounds nothing by default: a call to a stopped process can block for ever. Each class here says which of
 * its gaps it closes. Any thread may use these classes. It may use the JDK and {@code api.codec}.
 */
@NullMarked
package justhungry.platform.rmi;

import org.jspecify.annotations.NullMarked;
