/** Histories, right and wrong, and what the checker says to them. Each test is owned by its thread. */
@NullMarked
package justhungry.cli.verification;

import org.jspecify.annotations.NullMarked;
