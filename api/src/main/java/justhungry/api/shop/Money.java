package justhungry.api.shop;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import justhungry.api.codec.Limits;
import justhungry.api.codec.Preconditions;

/**
 * An amount of money in whole pence, 0 to {@link Limits#PENCE}. Never floating point.
 *
 * @param pence the amount in pence
 */
public record Money(long pence) implements Serializable, Comparable<Money> {
    public static final Money ZERO = new Money(0);

    private static final Pattern FORM = Pattern.compile("£?(\\d{1,8})(\\.\\d{1,2})?");

    public Money {
        Preconditions.range("an amount in pence", pence, 0, Limits.PENCE);
    }

    /**
     * Reads {@code 1.99}, {@code £1.99}, {@code 1.9} or {@code 2}.
     *
     * @throws IllegalArgumentException when the text is anything else, a negative amount among it
     */
    public static Money parse(String text) {
        var form = FORM.matcher(text.strip());
        Preconditions.require(form.matches(), "not an amount of money: write 0 or more, like 1.50");
        var pounds = new BigDecimal(form.group(1) + (form.group(2) == null ? "" : form.group(2)));
        return new Money(pounds.movePointRight(2).longValueExact());
    }

    public Money plus(Money other) {
        return new Money(pence + other.pence);
    }

    public Money times(int quantity) {
        return new Money(Math.multiplyExact(pence, (long) quantity));
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(pence, other.pence);
    }

    /** The amount as scripts and files write it: {@code 1.99}. */
    public String plain() {
        return BigDecimal.valueOf(pence, 2).toPlainString();
    }

    /** The amount as people read it: {@code £1.99}. */
    @Override
    public String toString() {
        return "£" + plain();
    }
}
