package justhungry.client;

import justhungry.api.shop.Request;

/** The words for the effect that an update may or may not have had. */
public final class UnknownEffect implements Request.UpdateVisitor<String> {
    private final int attempts;

    /** The command that shows the effect of a request: {@code orders}, or {@code details}. */
    public static String shownBy(Request request) {
        return request instanceof Request.SaveDetails ? "details" : "orders";
    }

    UnknownEffect(int attempts) {
        this.attempts = attempts;
    }

    @Override
    public String visit(Request.SaveDetails save) {
        return text(save, "your details were saved");
    }

    @Override
    public String visit(Request.PlaceOrder place) {
        return text(place, "your order was placed");
    }

    @Override
    public String visit(Request.CancelOrder cancel) {
        return text(cancel, "order %s was cancelled".formatted(cancel.order()));
    }

    private String text(Request request, String effect) {
        return "It is not known whether %s: no clear answer in %d attempts. Check your %s before you try again."
                .formatted(effect, attempts, shownBy(request));
    }
}
