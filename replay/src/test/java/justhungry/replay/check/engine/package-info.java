/** Tests of the checker's engine with a model that is not the shop's. Each test belongs to its thread. */
@NullMarked
package justhungry.replay.check.engine;

import org.jspecify.annotations.NullMarked;
