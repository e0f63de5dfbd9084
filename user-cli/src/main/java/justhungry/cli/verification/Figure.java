package justhungry.cli.verification;

import java.util.Locale;

/** What a verification counts, in the order in which it is told. */
public enum Figure {
    /** Requests of the history. */
    REQUESTS("requests"),
    /** Updates that were answered with {@code ok}. */
    ACKNOWLEDGED_UPDATES("acknowledged updates"),
    /** Updates of which nobody knows whether they took effect. They are allowed to have, and not to have. */
    UNKNOWN("unknown outcomes"),
    /** Acknowledged updates that the cluster has lost: a request sent later, or another update of the same turn, shows it. */
    MISSING("missing"),
    /** Orders that no request of this history explains. */
    PLACED_TWICE("placed twice"),
    /** Responses that are not what a single server would have said. */
    WRONG_RESPONSES("wrong responses"),
    /** Requests whose turn, revision or epoch lies before something that had been told before. */
    STALE("stale"),
    /** Product lists with a wrong stock, and orders that took more than there was. */
    STOCK_WRONG("stock wrong"),
    /** Turns that no request of this history can have had. */
    OTHERS("updates of others"),
    /** Responses that could not be judged, and turns that could not be attributed. */
    UNDECIDED("undecided");

    private final String words;

    Figure(String words) {
        this.words = words;
    }

    /** As people read it. */
    public String words() {
        return words;
    }

    /** As programs read it: {@code placedTwice}. */
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

    /** Whether it says that the cluster did something wrong, and not that the checker cannot tell. */
    boolean accuses() {
        return isFault() && compareTo(OTHERS) < 0;
    }
}
