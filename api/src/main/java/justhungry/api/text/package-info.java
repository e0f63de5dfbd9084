/**
 * The one form of every text, and the fold by which names are compared.
 *
 * <p>Pure functions: any thread may use them. They may use the JDK.
 */
@NullMarked
package justhungry.api.text;

import org.jspecify.annotations.NullMarked;
