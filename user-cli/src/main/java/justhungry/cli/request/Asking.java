package justhungry.cli.request;

import justhungry.api.Request;

/** Whoever has requests carried out, one after the other, for one user. */
@FunctionalInterface
public interface Asking {
    /** Has the request carried out, and says what became of it. */
    Outcome ask(Request request);
}
