/** Tests of the checker with valid and invalid histories. Each test belongs to its thread. */
@NullMarked
package justhungry.cli.verification;

import org.jspecify.annotations.NullMarked;
