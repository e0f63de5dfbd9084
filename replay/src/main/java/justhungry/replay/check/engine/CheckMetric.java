package justhungry.replay.check.engine;

import java.util.Locale;

/** A figure of a verification, in the order of the report. */
public enum CheckMetric {
    /** Requests of the history. */
    REQUESTS("requests"),
    /** Updates that were answered with {@code ok}. */
    ACKNOWLEDGED_UPDATES("acknowledged updates"),
    /** Updates of unknown outcome. They may have taken effect, or not. */
    UNKNOWN("unknown outcomes"),
    /**
     * Acknowledged updates that the cluster has lost, as shown by a later request or another update with the same
     * number.
     */
    MISSING("missing"),
    /** Orders that no request of this history explains. */
    PLACED_TWICE("placed twice"),
    /** Responses that a single server would not have given. */
    WRONG_RESPONSES("wrong responses"),
    /** Requests whose update number, revision or epoch is older than one that was reported before they were sent. */
    STALE("stale"),
    /** Product lists with a wrong stock, and orders of more than there was in stock. */
    STOCK_WRONG("wrong stock"),
    /** Update numbers that no request of this history can have. */
    OTHERS("updates by others"),
    /** Responses that could not be judged, and update numbers that could not be attributed. */
    UNDECIDED("not judged");

    private final String label;

    CheckMetric(String words) {
        this.label = words;
    }

    /** Its label for people. */
    public String label() {
        return label;
    }

    /** Its key for programs: {@code placedTwice}. */
    public String key() {
        var parts = name().toLowerCase(Locale.ROOT).split("_", -1);
        var key = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            key.append(parts[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(parts[i].substring(1));
        }
        return key.toString();
    }

    /** Whether the verification fails when it is not 0. */
    public boolean isFault() {
        return compareTo(UNKNOWN) > 0;
    }

    /** Whether it shows an error of the cluster, and not a limit of the checker. */
    public boolean isAnomaly() {
        return isFault() && compareTo(OTHERS) < 0;
    }
}
