package justhungry.api.shop;

import justhungry.api.codec.Tag;

/** A delivery option: a time and its fee. */
public enum DeliveryOption {
    @Tag(1)
    TWO_HOURS("within the next 2 hours", new Money(300)),
    @Tag(2)
    SAME_DAY("same day", new Money(100)),
    @Tag(3)
    NEXT_DAY("next day", Money.ZERO);

    private final String label;
    private final Money fee;

    DeliveryOption(String words, Money fee) {
        this.label = words;
        this.fee = fee;
    }

    public String label() {
        return label;
    }

    public Money fee() {
        return fee;
    }
}
