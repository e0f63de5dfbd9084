/**
 * How products, sums and orders look as lines of text, in 40 columns and in more.
 *
 * <p>Pure functions of their arguments: any thread may use them. They may use the API, the JDK, and JLine's edit
 * distance.
 */
@NullMarked
package justhungry.cli.text;

import org.jspecify.annotations.NullMarked;
