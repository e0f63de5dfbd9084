/**
 * Small helps for lines of text: suggestions for a mistyped word, columns, sentences.
 *
 * <p>Pure functions of their arguments: any thread may use them. They may use the JDK, and JLine's edit distance.
 */
@NullMarked
package justhungry.platform.text;

import org.jspecify.annotations.NullMarked;
