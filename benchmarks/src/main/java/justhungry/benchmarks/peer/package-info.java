/** What people would pick instead: other systems that keep an order durable at three copies, each as a benchmark's subject. */
@org.jspecify.annotations.NullMarked
package justhungry.benchmarks.peer;
