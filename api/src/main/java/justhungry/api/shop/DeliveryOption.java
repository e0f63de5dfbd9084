package justhungry.api.shop;

/** A delivery option: a time and its fee. */
public enum DeliveryOption {
    TWO_HOURS("within the next 2 hours", new Money(300)),
    SAME_DAY("same day", new Money(100)),
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
