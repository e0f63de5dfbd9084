package justhungry.replay.check.rule;

import justhungry.api.shop.Request;
import justhungry.replay.check.model.ModelCustomer;
import justhungry.replay.check.model.ModelState;

/** The rule of each kind of request, for one user. */
public record ShopRules(ModelState state, ModelCustomer customer) implements Request.Visitor<RequestRule> {
    @Override
    public RequestRule visit(Request.SaveDetails save) {
        return new SaveDetailsRule(customer, save);
    }

    @Override
    public RequestRule visit(Request.PlaceOrder place) {
        return new PlaceOrderRule(state, customer, place);
    }

    @Override
    public RequestRule visit(Request.CancelOrder cancel) {
        return new CancelOrderRule(state, customer, cancel);
    }

    @Override
    public RequestRule visit(Request.ListProducts list) {
        return new ListProductsRule(state);
    }

    @Override
    public RequestRule visit(Request.PriceBasket price) {
        return new PriceBasketRule(state.catalogue(), price);
    }

    @Override
    public RequestRule visit(Request.ViewOrders view) {
        return new ViewOrdersRule(customer, state::orders, view.before(), view.limit(), state);
    }

    @Override
    public RequestRule visit(Request.ViewActive view) {
        return new ViewOrdersRule(customer, state::activeOrders, view.before(), view.limit(), state);
    }

    @Override
    public RequestRule visit(Request.ViewOrder view) {
        return new ViewOrderRule(state, customer, view);
    }

    @Override
    public RequestRule visit(Request.ViewDetails view) {
        return new ViewDetailsRule(customer);
    }
}
