package justhungry.cluster.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import justhungry.api.Envelope;
import justhungry.api.Order;
import justhungry.api.Product;
import justhungry.api.Reply;
import justhungry.api.Request;
import justhungry.api.Response;
import justhungry.api.UserId;

/** What every client asked and was told, and whether one server could have said it (invariants 6, 7 and 8). */
final class History {
    private final List<Operation> operations = new ArrayList<>();

    void add(Operation operation) {
        operations.add(operation);
    }

    int size() {
        return operations.size();
    }

    /** Checks everything that the answers say against each other. */
    void check(List<Product> catalogue) {
        checkRealTime();
        checkOrderNumbers();
        for (var operation : operations) {
            if (operation.response() instanceof Response.Products products) {
                checkStock(catalogue, products.products(), operation.revision());
            } else if (operation.response() instanceof Response.Orders orders) {
                checkOrders(operation, orders.orders());
            }
        }
    }

    /** Nobody is told of a position older than one that somebody was told of before the request was first sent. */
    private void checkRealTime() {
        var byEnd = new ArrayList<>(operations);
        byEnd.sort(Comparator.comparing(Operation::end));
        var byStart = new ArrayList<>(operations);
        byStart.sort(Comparator.comparing(Operation::start));
        long told = 0;
        int ended = 0;
        for (var operation : byStart) {
            while (ended < byEnd.size() && byEnd.get(ended).end().compareTo(operation.start()) < 0) {
                told = Math.max(told, byEnd.get(ended++).revision());
            }
            long least = operation.isUpdate() ? told + 1 : told;
            assertThat(operation.revision())
                    .as("%s began when revision %d had been told", operation, told)
                    .isGreaterThanOrEqualTo(least);
        }
    }

    private void checkOrderNumbers() {
        var seen = new HashSet<Long>();
        for (var order : placed().values()) {
            assertThat(seen.add(order.id().number()))
                    .as("order %s was given once", order.id())
                    .isTrue();
        }
    }

    /** What is left at a revision is what there was, less what was placed, and what was cancelled since, up to there. */
    private void checkStock(List<Product> catalogue, List<Product> told, long revision) {
        var left = new HashMap<String, Integer>();
        catalogue.forEach(product -> left.put(product.name(), product.stock()));
        for (var operation : operations) {
            if (operation.revision() > revision) {
                continue;
            }
            if (operation.response() instanceof Response.OrderPlaced placed) {
                placed.order().lines().forEach(line -> left.merge(line.product(), -line.quantity(), Integer::sum));
            } else if (operation.response() instanceof Response.OrderCancelled cancelled) {
                cancelled.order().lines().forEach(line -> left.merge(line.product(), line.quantity(), Integer::sum));
            }
        }
        told.forEach(product -> assertThat(product.stock())
                .as("stock of %s at revision %d", product.name(), revision)
                .isEqualTo(left.get(product.name())));
    }

    private void checkOrders(Operation read, List<Order> told) {
        var expected = ordersAt(read.envelope().user(), read.revision());
        assertThat(told)
                .as("orders of a user at revision %d", read.revision())
                .containsExactlyInAnyOrderElementsOf(expected.values());
    }

    /** A user's orders as the answers up to a revision say. */
    Map<Long, Order> ordersAt(UserId user, long revision) {
        var orders = new HashMap<Long, Order>();
        var cancelled = new TreeSet<Long>();
        for (var operation : operations) {
            if (!operation.envelope().user().equals(user) || operation.revision() > revision) {
                continue;
            }
            if (operation.response() instanceof Response.OrderPlaced placed) {
                orders.put(placed.order().id().number(), placed.order());
            } else if (operation.response() instanceof Response.OrderCancelled done) {
                cancelled.add(done.order().id().number());
            }
        }
        cancelled.forEach(number -> orders.computeIfPresent(number, (any, order) -> order.cancelled()));
        return orders;
    }

    private Map<Operation, Order> placed() {
        var placed = new HashMap<Operation, Order>();
        for (var operation : operations) {
            if (operation.response() instanceof Response.OrderPlaced answer) {
                placed.put(operation, answer.order());
            }
        }
        return placed;
    }

    /** One request and its answer; {@code start} is when it was first sent. */
    record Operation(Envelope envelope, Duration start, Duration end, Reply.Answered reply) {
        boolean isUpdate() {
            return envelope.request() instanceof Request.Update;
        }

        long revision() {
            return reply.revision();
        }

        Response response() {
            return reply.response();
        }
    }
}
