package justhungry.cli.demo;

import java.util.List;

/** A tour of the demonstration, a step at a time: what to type, and what to look at. It begins again after its end. */
final class DemoTour {
    static final String NAME = "tour";

    private static final List<List<String>> STEPS = List.of(
            List.of(
                    "Three back ends keep the same log of orders. One of them, the primary, decides. Type: status",
                    "  STATE        up, paused or down",
                    "  ROLE         the primary, and the replicas that follow it",
                    "  EPOCH        the view's number; grows with each new primary or in-sync set",
                    "  LAST         the last entry in its log: an order adds one",
                    "  APPLIED      the last entry that has been applied to its orders and stock",
                    "  LAG          how many entries it is behind the primary",
                    "  INITIALIZED  yes: in sync (it holds every order); two such are needed"),
            List.of(
                    "Type 1, and order something. An order is placed when it is on the disk of every initialized back"
                            + " end, at least two.",
                    "Then type status: LAST has grown everywhere."),
            List.of(
                    "Type: kill primary",
                    "Then type 2: your order is still there. The front end has promoted a replica that holds every order."),
            List.of(
                    "Type status: the killed one is down, another one is primary, and EPOCH has grown.",
                    "Type 1 and order again: two back ends are enough."),
            List.of(
                    "Type: restart killed",
                    "Then type status, again and again: LAG falls to 0, and INITIALIZED becomes yes."),
            List.of(
                    "Type: kill primary. When status shows a new primary, type kill primary again.",
                    "One back end is left, and no order is taken: a single copy could be lost.",
                    "While a request waits, you can also type: restart killed. Ctrl-C gives the request up."),
            List.of(
                    "Type: restart all",
                    "When status shows INITIALIZED yes everywhere, type: replay examples/failover.jsonl",
                    "It sends many orders, kills the primary in the middle, and checks every answer.",
                    "This is the end of the tour. How it works: docs/protocol.md"));

    private int next;

    /** The next step. */
    List<String> step() {
        var step = STEPS.get(next);
        next = (next + 1) % STEPS.size();
        return step;
    }

    /** The title of the next step. */
    String title() {
        return "Tour, step %d of %d%s"
                .formatted(next + 1, STEPS.size(), next + 1 < STEPS.size() ? "; for the next one, type: tour" : "");
    }
}
