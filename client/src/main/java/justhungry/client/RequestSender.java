package justhungry.client;

import justhungry.api.shop.Request;

/** A sender of requests, one after the other, for one user. */
@FunctionalInterface
public interface RequestSender {
    /** Sends the request, and returns its outcome. */
    RequestOutcome send(Request request);
}
