/** t */
@NullMarked
package justhungry.frontend.server;

import org.jspecify.annotations.NullMarked;
