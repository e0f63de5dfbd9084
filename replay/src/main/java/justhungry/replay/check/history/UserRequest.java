package justhungry.replay.check.history;

import justhungry.api.shop.Request;

/** A request, and the user who sent it. */
public record UserRequest(String user, Request request) {}
