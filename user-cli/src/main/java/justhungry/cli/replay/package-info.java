/**
 * The commands {@code replay} and {@code verify}: their options, and how the parts of a replay are put together.
 *
 * <p>They run on the main thread. They may use {@code cli.cluster}, {@code cli.command}, and the libraries below the
 * command line.
 */
@NullMarked
package justhungry.cli.replay;

import org.jspecify.annotations.NullMarked;
