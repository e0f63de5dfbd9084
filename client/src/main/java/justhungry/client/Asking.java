package justhungry.client;

import justhungry.api.shop.Request;

/** A sender of requests, one after the other, for one user. */
@FunctionalInterface
public interface Asking {
    /** Sends the request, and returns its outcome. */
    Outcome ask(Request request);
}
