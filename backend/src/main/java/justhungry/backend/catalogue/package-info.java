/**
 * The file with the products of a new cluster, as JSON or as a table, and the default catalogue.
 *
 * <p>Pure but for reading that one file. It may use {@code api.codec}, {@code api.shop}, {@code backend.ordering.state} and
 * {@code platform.process}.
 */
@NullMarked
package justhungry.backend.catalogue;

import org.jspecify.annotations.NullMarked;
