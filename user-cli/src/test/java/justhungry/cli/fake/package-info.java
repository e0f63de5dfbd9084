/** Stands in for a cluster and for a person, in tests and in a main to look at the terminal with. */
@NullMarked
package justhungry.cli.fake;

import org.jspecify.annotations.NullMarked;
