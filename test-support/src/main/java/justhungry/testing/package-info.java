/**
 * Helpers for the tests of every module: child JVMs, strace, mutated input, free ports, RMI settings.
 *
 * <p>It uses the JDK and the tests' libraries only. So every module may use it, the lowest too: Maven allows no circle of
 * modules, not even in the scope of tests. What needs a type of the product is in the module test-fixtures.
 */
@NullMarked
package justhungry.testing;

import org.jspecify.annotations.NullMarked;
