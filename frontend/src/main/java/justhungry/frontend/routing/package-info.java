/** t */
@NullMarked
package justhungry.frontend.routing;

import org.jspecify.annotations.NullMarked;
