/** Tests of the checker with valid and invalid histories. Each test belongs to its thread. */
@NullMarked
package justhungry.replay.check;

import org.jspecify.annotations.NullMarked;
