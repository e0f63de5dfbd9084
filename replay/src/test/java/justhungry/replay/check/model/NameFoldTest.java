package justhungry.replay.check.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import justhungry.api.shop.BasketItem;
import justhungry.api.shop.Product;
import org.junit.jupiter.api.Test;

/** A comparison of the checker's fold, written for itself, with the one by which the back ends know products. */
class NameFoldTest {
    private static final int MAX_LETTERS = 6;
    private static final int NAMES = 50_000;

    @Test
    void theTwoFoldsAreTheSame_forEveryCharacter() {
        for (int each = 0; each <= Character.MAX_CODE_POINT; each++) {
            if (Character.isDefined(each)) {
                assertSame("a" + Character.toString(each) + "i");
            }
        }
    }

    @Test
    void theTwoFoldsAreTheSame_forRandomNames() {
        var random = new Random(14);
        int[] odd = {
            'i', 'I', 0x130, 0x131, 0x307, 0x345, 0x3a3, 0x390, 0xdf, 0x1e9e, 0x149, 0x2019, 0x200d, 0xfe0f, 0xfb03
        };
        for (int i = 0; i < NAMES; i++) {
            var name = new StringBuilder();
            for (int letters = random.nextInt(MAX_LETTERS); letters >= 0; letters--) {
                name.appendCodePoint(random.nextBoolean() ? odd[random.nextInt(odd.length)] : random.nextInt(0x2fff));
            }
            assertSame(name.toString());
        }
    }

    /** Of names that can be ordered. */
    private static void assertSame(String name) {
        try {
            var product = new BasketItem(name, 1).product();
            if (!NameFold.of(product).equals(Product.key(product))) { // a million assertions take long
                assertThat(NameFold.of(product)).as(product).isEqualTo(Product.key(product));
            }
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageStartingWith("a product's name ");
        }
    }
}
