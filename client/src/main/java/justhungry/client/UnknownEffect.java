package justhungry.client;

import justhungry.api.shop.Request;

/** The words for the effect that an update may or may not have had. */
final class UnknownEffect implements Request.UpdateVisitor<String> {
    private final int attempts;

    UnknownEffect(int attempts) {
        this.attempts = attempts;
    }

    @Override
    public String visit(Request.SaveDetails save) {
        return text("your details were saved", "your details");
    }

    @Override
    public String visit(Request.PlaceOrder place) {
        return text("your order was placed", "your orders");
    }

    @Override
    public String visit(Request.CancelOrder cancel) {
        return text("order %s was cancelled".formatted(cancel.order()), "your orders");
    }

    private String text(String effect, String whereItShows) {
        return "It is not known whether %s: no clear answer in %d attempts. Check %s before you try again."
                .formatted(effect, attempts, whereItShows);
    }
}
