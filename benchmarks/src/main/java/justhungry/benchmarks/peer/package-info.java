/** Other systems that people would pick instead, each as a subject that keeps an order durable at three copies. */
@org.jspecify.annotations.NullMarked
package justhungry.benchmarks.peer;
