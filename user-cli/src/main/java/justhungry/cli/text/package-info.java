/**
 * The text of products, totals and orders, as lines of 40 columns or more.
 *
 * <p>Pure functions of their arguments: any thread may use them. They may use the API, the JDK and
 * {@code platform.text}.
 */
@NullMarked
package justhungry.cli.text;

import org.jspecify.annotations.NullMarked;
