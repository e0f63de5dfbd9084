/** Tests of the checker with valid and invalid histories. Each test belongs to its thread. */
@NullMarked
package justhungry.replay.check.engine;

import org.jspecify.annotations.NullMarked;
