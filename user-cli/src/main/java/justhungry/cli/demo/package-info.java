/**
 * The command {@code demo}: a cluster and the ordering terminal in one, with commands that break and repair the cluster.
 *
 * <p>It runs on the main thread; a pane of logs has a thread of its own. It may use {@code cli.cluster},
 * {@code cli.replay}, {@code cli.terminal}, {@code cli.console}, and the libraries below the command line.
 */
@NullMarked
package justhungry.cli.demo;

import org.jspecify.annotations.NullMarked;
