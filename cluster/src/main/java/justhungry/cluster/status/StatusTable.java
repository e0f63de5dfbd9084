package justhungry.cluster.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import justhungry.api.client.FrontendStatus;
import justhungry.api.cluster.Member;
import justhungry.api.replication.BackendStatus;
import justhungry.platform.text.TextColumns;

/** The tables of a cluster's status, for a person; where they do not fit, each process is a paragraph. */
public final class StatusTable {
    private static final String NOTHING = "-";
    private static final String INDENT = "  ";

    private StatusTable() {}

    /**
     * Writes the status.
     *
     * @param width in columns
     */
    public static List<String> lines(ClusterStatus status, int width) {
        var lines = new ArrayList<>(fitted(status.verdict().text(), width));
        lines.addAll(fitted("name server  %s, %s".formatted(status.nameserver(), reachability(status)), width));
        lines.addAll(fitted("view         " + view(status), width));
        lines.addAll(fitted("orders       " + orders(status), width));
        lines.add("");
        lines.addAll(backends(status).lines(width));
        for (var backend : status.backends()) {
            backend.status()
                    .map(BackendStatus::neededVersion)
                    .ifPresent(why -> lines.addAll(fitted(backend.name() + " cannot follow: " + why, width)));
            backend.status()
                    .map(BackendStatus::memoryShortage)
                    .ifPresent(why -> lines.addAll(fitted(
                            backend.name() + "'s memory is nearly full: " + why
                                    + ". Give all back ends more memory, the primary last; see docs/operating.md",
                            width)));
        }
        lines.add("");
        lines.addAll(frontends(status).lines(width));
        return lines;
    }

    private static TextTable backends(ClusterStatus status) {
        var grid =
                new TextTable("back end", "state", "format", "role", "epoch", "last", "applied", "lag", "initialized");
        for (var backend : status.backends()) {
            var known = backend.status();
            grid.add(
                    backend.name(),
                    backend.reachability().label(),
                    number(backend.format()),
                    known.map(some -> lower(some.role())).orElse(NOTHING),
                    number(known.map(some -> some.epoch())),
                    number(known.map(some -> some.lastIndex())),
                    number(known.map(some -> some.appliedIndex())),
                    number(status.lag(backend)),
                    initialized(status, backend));
        }
        return shown(grid, status);
    }

    private static String initialized(ClusterStatus status, ClusterStatus.ProbedBackend backend) {
        if (status.view().isEmpty() || backend.status().isEmpty()) {
            return NOTHING;
        }
        return status.initialized(backend) ? "yes" : "no";
    }

    private static TextTable frontends(ClusterStatus status) {
        var grid = new TextTable("front end", "state", "format", "primary", "epoch", "postcodes");
        for (var frontend : status.frontends()) {
            var known = frontend.status();
            grid.add(
                    frontend.name(),
                    frontend.reachability().label(),
                    number(frontend.format()),
                    known.map(some -> primary(status, some)).orElse(NOTHING),
                    number(known.map(some -> some.view().epoch())),
                    known.map(some -> some.postcodes()).orElse(NOTHING));
        }
        return shown(grid, status);
    }

    /** The formats are shown only while they differ. */
    private static TextTable shown(TextTable grid, ClusterStatus status) {
        if (!status.hasMixedFormats()) {
            grid.remove("format");
        }
        return grid;
    }

    /** What a front end has of its primary; one that answers may not serve yet. */
    private static String primary(ClusterStatus status, FrontendStatus frontend) {
        if (!frontend.primaryAnswers()) {
            return "no answer";
        }
        return status.primary()
                .filter(primary -> primary.role() == BackendStatus.BackendRole.RECONCILING)
                .map(primary -> lower(primary.role()))
                .orElse("answers");
    }

    private static String reachability(ClusterStatus status) {
        return status.nameserverReachability().label();
    }

    private static String view(ClusterStatus status) {
        return status.view()
                .map(view -> view.primary()
                        .map(primary -> "epoch %d, primary %s, in-sync %s"
                                .formatted(
                                        view.epoch(),
                                        primary.name(),
                                        String.join(
                                                " ",
                                                view.inSync().stream()
                                                        .map(Member::name)
                                                        .toList())))
                        .orElse("none yet: the first one needs two back ends"))
                .orElse("unknown: the name server does not answer");
    }

    private static String orders(ClusterStatus status) {
        var stored = status.storedOrders();
        if (stored.isPresent()) {
            return "%,d stored".formatted(stored.getAsLong());
        }
        return status.nameserverReachability() == ProcessReachability.UP
                ? "unknown: no back end answers"
                : "unknown: the name server, which knows where the back ends are, does not answer";
    }

    private static String number(Optional<Long> value) {
        return value.map(Object::toString).orElse(NOTHING);
    }

    private static String number(OptionalInt value) {
        return value.isPresent() ? Integer.toString(value.getAsInt()) : NOTHING;
    }

    private static String number(OptionalLong value) {
        return value.isPresent() ? Long.toString(value.getAsLong()) : NOTHING;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Wrapped between words, with all lines but the first indented. */
    private static List<String> fitted(String text, int width) {
        var lines = new ArrayList<String>();
        for (var line : TextColumns.wrap(text, width - INDENT.length())) {
            lines.add(lines.isEmpty() ? line : INDENT + line);
        }
        return lines;
    }
}
