package justhungry.api.shop;

/** A delivery option: a time and its fee. */
public enum Delivery {
    TWO_HOURS("within the next 2 hours", new Money(300)),
    SAME_DAY("same day", new Money(100)),
    NEXT_DAY("next day", Money.ZERO);

    private final String words;
    private final Money fee;

    Delivery(String words, Money fee) {
        this.words = words;
        this.fee = fee;
    }

    public String words() {
        return words;
    }

    public Money fee() {
        return fee;
    }
}
