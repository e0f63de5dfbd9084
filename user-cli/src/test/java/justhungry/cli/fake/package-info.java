/** Fakes of a cluster and of a person, for tests and for a main to try the terminal with. */
@NullMarked
package justhungry.cli.fake;

import org.jspecify.annotations.NullMarked;
