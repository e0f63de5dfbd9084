package justhungry.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import justhungry.api.codec.Limits;
import justhungry.api.shop.Money;
import justhungry.api.shop.Order;
import justhungry.platform.process.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderingTerminalTest extends TerminalTestBase {
    @Test
    void anOrderIsPlacedCancelledAndShown() {
        person.types("1").types(DETAILS).types("apple", "2", "y", "kale", "1", "n", "y", "2", "1.50", "y");
        person.types("2", "3", "1", "y", "history", "4");

        assertThat(run()).isEqualTo(ExitCode.OK);

        assertThat(person.lines())
                .contains("Order 1 is placed: £7.47 in all.", "Order 1, active")
                .containsSequence("Order 1, cancelled", "  placed " + PLACED, "  2 x apple at £1.99  £3.98");
        assertThat(shop.orders()).extracting(Order::status).containsExactly(Order.Status.CANCELLED);
        assertThat(shop.stockOf("apple")).isEqualTo(15);
    }

    @Test
    void oneOrderIsShownByItsNumber() {
        person.types("1").types(DETAILS).types("apple", "2", "n", "y", "2", "", "y");
        person.types("show #1", "show 2", "show", "4");

        assertThat(run()).isEqualTo(ExitCode.OK);

        assertThat(person.lines())
                .contains("Order 1, active", "You have no order 2.", "Not an order number: write it like 42.");
    }

    @Test
    void theFinalConfirmationShowsEveryPartOfTheSum() {
        person.types("1").types(DETAILS).types("apple", "2", "n", "y", "2", "0.50", "n", "4");

        run();

        assertThat(person.lines())
                .containsSequence(
                        "Your order",
                        "  2 x apple at £1.99  £3.98",
                        "  delivery, same day  £1.00",
                        "  tip                 £0.50",
                        "  total               £5.48",
                        "Place this order? (y/n) n",
                        "Nothing was ordered. Your basket is kept.");
        assertThat(shop.orders()).isEmpty();
    }

    /** The help names {@code order}, the menu shows {@code create}. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "create", "Order"})
    void anOrderBeginsWithItsNumber_orAWordOfItsLineInTheMenu_orTheWordOfTheHelp(String word) {
        person.types(word).types(DETAILS).types("back", "4");

        assertThat(run()).isEqualTo(ExitCode.OK);
        assertThat(person.lines()).contains("Your details are saved.");
    }

    @Test
    void enterAloneNeverSendsAnOrder() {
        person.types("1").types(DETAILS).types("apple", "2", "n", "y", "3", "", "", "", "n", "4");

        run();

        assertThat(person.lines()).contains("Please answer y or n.");
        assertThat(shop.orders()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0| '' | The first name is empty.",
                "0| LONG | The first name has 61 characters; at most 60 are allowed.",
                "1| '' | The last name is empty.",
                "2| 020-CALL | A phone number has digits, with spaces, dots, slashes, hyphens or brackets between them; write it like 020 7946 0000 or +44 20 7946 0000.",
                "2| --- | A phone number has at least 5 digits.",
                "3| '' | The postcode is empty.",
                "3| banana | A postcode ends with a digit and two letters; write it whole, like DH1 3LE.",
                "3| london | A postcode ends with a digit and two letters; write it whole, like DH1 3LE.",
                "3| DH1 | A postcode ends with a digit and two letters; write it whole, like DH1 3LE.",
                "3| SW1A 1A | A postcode ends with a digit and two letters; write it whole, like DH1 3LE.",
                "3| Palace | A postcode ends with a digit and two letters; write it whole, like DH1 3LE.",
                "4| '' | The address is empty."
            })
    void aFieldThatIsWrongIsAskedAgainAtOnce(int field, String wrong, String words) {
        person.types("1");
        for (int i = 0; i < DETAILS.length; i++) {
            if (i == field) {
                person.types(wrong.equals("LONG") ? "n".repeat(61) : wrong);
            }
            person.types(DETAILS[i]);
        }
        person.types("back", "4");

        assertThat(run()).isEqualTo(ExitCode.OK);
        assertThat(person.lines()).contains(words, "Your details are saved.");
    }

    @Test
    void whenOnlyTheFormatOfThePostcodeWasChecked_thenThePersonIsTold() {
        frontend.checkFormatOnly();
        person.types("1").types(DETAILS).types("back", "4");

        run();

        assertThat(person.lines())
                .containsSequence(
                        "Only the format of the postcode was checked, not whether it exists.",
                        "Your details are saved.");
    }

    @Test
    void noProductIsShownBeforeThePostcodeIsAccepted() {
        person.types(
                "1", "Ada", "Lovelace", "02079", "ZZ1 1ZZ", "1 Palace Green", "UN1 1UN", "", "DH1 3LE", "back", "4");

        run();

        assertThat(person.lines())
                .containsSequence(
                        "There is no postcode ZZ1 1ZZ.",
                        "Postcode: UN1 1UN",
                        "The postcode could not be checked.",
                        "Postcode [UN1 1UN]: ",
                        "The postcode could not be checked.",
                        "Postcode [UN1 1UN]: DH1 3LE",
                        "Your details are saved.",
                        "Products");
        assertThat(frontend.idsOf("USER_DETAILS")).hasSize(4);
        assertThat(frontend.received())
                .extracting(envelope -> envelope.request().operation())
                .containsSubsequence("USER_DETAILS", "USER_DETAILS", "USER_DETAILS", "USER_DETAILS", "PRODUCT_LIST");
        assertThat(person.lines()).containsOnlyOnce("Products");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "2.5", "two", "", "1e3", "99999999999999999999"})
    void aQuantityThatIsNoWholeNumberAboveZeroIsAskedAgain(String wrong) {
        person.types("1").types(DETAILS).types("apple", wrong, "1", "n", "y", "3", "", "y", "4");

        run();

        assertThat(person.lines()).contains("A quantity is a whole number, 1 or more.");
        assertThat(shop.stockOf("apple")).isEqualTo(14);
    }

    @Test
    void aQuantityBeyondTheStockShownIsRefusedAtOnce_whatTheBasketHasCountsToo() {
        person.types("1").types(DETAILS).types("kale", "7", "4", "y", "kale", "3", "2", "y", "kale", "bread", "1", "n");

        run();

        assertThat(person.lines())
                .contains(
                        "Kale: only 6 left.",
                        "Kale: only 6 left, and your basket already has 4.",
                        "Kale: only 6 left, all in your basket already. Choose something else.",
                        "Basket: 6 x kale (£5.94)");
    }

    @Test
    void aProductThatDoesNotExistOrIsSoldOutIsAskedAgain() {
        person.types("1").types(DETAILS).types("appel", "flour", "", "Apple", "1", "n", "a", "4");

        assertThat(run()).isEqualTo(ExitCode.OK);
        assertThat(person.lines())
                .contains(
                        "There is no product 'appel'. Did you mean apple?",
                        "There is no flour left. Choose something else.",
                        "Type the name of a product, or back.",
                        "Nothing was ordered, and your basket is empty.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "apple 2|kale 1",
                "APPLE=2|kale = 1",
                "1=2|kale=1",
                "apple   2|kale 1",
            })
    void aProductCanBeTypedWithItsQuantity_orByItsNumber_orInsteadOfYes(String first, String second) {
        person.types("1").types(DETAILS).types(first, second, "n", "y", "2", "", "y", "4");

        assertThat(run()).isEqualTo(ExitCode.OK);

        assertThat(person.lines())
                .contains("More products? (y, n, or a product) " + second, "Basket: 2 x apple, 1 x kale (£4.97)")
                .anyMatch(line -> line.startsWith("  1  apple"));
        assertThat(shop.orders().get(0).lines())
                .extracting(line -> line.quantity() + " " + line.product())
                .containsExactly("2 apple", "1 kale");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "apple 0 | A quantity is a whole number, 1 or more.",
                "kale 7 | Kale: only 6 left.",
                "appel 2 | There is no product 'appel'. Did you mean apple?",
                "99 | There is no product '99'.",
                "0 | There is no product '0'."
            })
    void aProductWithAWrongQuantityIsAskedAgain(String typed, String words) {
        person.types("1").types(DETAILS).types(typed, "apple 1", "maybe", "", "n", "a", "4");

        assertThat(run()).isEqualTo(ExitCode.OK);
        assertThat(person.lines())
                .contains(
                        words,
                        "There is no product 'maybe'.",
                        "Type y, n, or the name of a product.",
                        "Basket: 1 x apple (£1.99)");
    }

    /** A name that ends in a number, or is one, is that product. */
    @Test
    void theNameOfAProductComesBeforeItsNumberAndItsQuantity() {
        shop.stock("cola 2", 150, 9);
        shop.stock("1", 50, 9);
        person.types("1").types(DETAILS).types("cola 2", "3", "1", "4", "cola 2 1", "n", "a", "4");

        assertThat(run()).isEqualTo(ExitCode.OK);
        assertThat(person.lines()).contains("Basket: 4 x cola 2, 4 x 1 (£8.00)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "much", "1.999", "1,50"})
    void aTipThatIsNoAmountIsAskedAgain(String wrong) {
        person.types("1").types(DETAILS).types("apple", "1", "n", "y", "4", "3", wrong, "£2", "y", "4");

        run();

        assertThat(person.lines()).contains("Please answer 1, 2 or 3.");
        assertThat(person.transcript()).contains("Not an amount of money");
        assertThat(shop.orders()).extracting(Order::tip).containsExactly(new Money(200));
    }

    @Test
    void aTipThatMakesTheOrderCostMoreThanAnyMay_isAskedAgain() {
        person.types("1").types(DETAILS).types("apple", "1", "n", "y", "3", "9999999", "2", "y", "4");

        assertThat(run()).isEqualTo(ExitCode.OK);

        assertThat(person.lines()).contains("The total would be £10000000.99; an order may cost at most £10000000.00.");
        assertThat(shop.orders()).extracting(Order::tip).containsExactly(new Money(200));
    }

    @Test
    void aDeliveryThatMakesTheOrderCostMoreThanAnyMay_isAskedAgain() {
        shop.stock("ring", Limits.PENCE, 1);
        person.types("1").types(DETAILS).types("ring", "1", "n", "y", "1", "3", "", "y", "4");

        assertThat(run()).isEqualTo(ExitCode.OK);

        assertThat(person.lines()).contains("The total would be £10000003.00; an order may cost at most £10000000.00.");
        assertThat(shop.orders()).hasSize(1);
    }

    @Test
    void theBasketCanBeChangedAtTheReview() {
        person.types("1").types(DETAILS).types("apple", "1", "n");
        person.types("c", "kale", "apple", "3", "m", "kale", "1", "n", "c", "apple", "0", "y", "3", "", "y", "4");

        run();

        assertThat(person.lines()).contains("There is no kale in your basket.");
        assertThat(shop.orders().get(0).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.product()).isEqualTo("kale"));
    }

    @Test
    void aBasketThatWasEmptiedIsFilledAgainBeforeItIsPriced() {
        person.types("1").types(DETAILS).types("apple", "1", "n", "c", "apple", "0", "kale", "1", "n", "a", "4");

        assertThat(run()).isEqualTo(ExitCode.OK);
        assertThat(shop.orders()).isEmpty();
    }

    @Test
    void theDetailsAreAskedOnceASession_andConfirmedOrChangedAtTheNextOrder() {
        person.types("1").types(DETAILS).types("apple", "1", "n", "y", "3", "", "y");
        person.types("1", "", "apple", "1", "n", "y", "3", "", "y");
        person.types("1", "n", "", "Byron", "", "", "", "back", "4");

        run();

        assertThat(person.lines()).contains("Last name [Lovelace]: Byron");
        assertThat(frontend.idsOf("USER_DETAILS")).hasSize(2);
        assertThat(shop.orders()).hasSize(2);
    }

    @Test
    void savedDetailsAreKnownInANewSession_andEnterKeepsThem() {
        person.types("1").types(DETAILS).types("apple", "1", "n", "y", "3", "", "y", "4");
        run();
        person.types("1", "", "kale", "1", "n", "y", "3", "", "y", "4");

        assertThat(run()).isEqualTo(ExitCode.OK);

        assertThat(person.lines()).contains("Delivering to Ada Lovelace, 1 Palace Green, DH1 3LE; phone 020-7946-0000");
        assertThat(frontend.idsOf("USER_DETAILS")).hasSize(1);
        assertThat(shop.orders()).hasSize(2);
    }

    @Test
    void savedDetailsAreTheDefaultsWhenTheyAreChangedInANewSession() {
        person.types("1").types(DETAILS).types("back", "4");
        run();
        person.types("1", "n", "", "Byron", "", "", "", "back", "4");

        run();

        assertThat(person.lines()).contains("First name [Ada]: ", "Last name [Lovelace]: Byron");
        assertThat(frontend.idsOf("USER_DETAILS")).hasSize(2);
    }

    @Test
    void savedDetailsAreLookedUpOnceASession_andOnlyWhenAnOrderNeedsThem() {
        person.types("2", "1").types(DETAILS).types("back", "1", "", "back", "4");

        run();

        assertThat(frontend.received())
                .extracting(envelope -> envelope.request().operation())
                .startsWith("VIEW_ACTIVE", "VIEW_ORDERS", "VIEW_DETAILS", "USER_DETAILS")
                .containsOnlyOnce("VIEW_DETAILS");
    }

    @Test
    void aNewPersonsDetailsAreNotLookedUp() {
        kind = PersonKind.NEW;
        person.types("1").types(DETAILS).types("back", "4");

        run();

        assertThat(frontend.idsOf("VIEW_DETAILS")).isEmpty();
    }

    @Test
    void theHistoryComesInPagesTheNewestFirst() {
        person.types("1").types(DETAILS).types("banana", "1", "n", "y", "3", "", "y");
        for (int i = 2; i <= 7; i++) {
            person.types("1", "", "banana", "1", "n", "y", "3", "", "y");
        }
        person.types("2", "y", "2", "", "4");

        run();

        var orders = person.lines().stream()
                .filter(line -> line.endsWith(", active"))
                .toList();
        assertThat(orders)
                .startsWith("Order 7, active", "Order 6, active")
                .endsWith("Order 4, active", "Order 3, active")
                .contains("Order 1, active")
                .hasSize(7 + 5);
    }

    @Test
    void anOrderOfSomebodyElseOrOfNobodyIsNotCancelled_norConfirmed() {
        person.types("1").types(DETAILS).types("banana", "1", "n", "y", "3", "", "y", "3", "x", "2", "back", "4");

        assertThat(run()).isEqualTo(ExitCode.OK);
        assertThat(person.lines())
                .contains("Not an order number: write it like 42.", "There is no active order 2; you have: 1.")
                .noneMatch(line -> line.startsWith("Cancel order"));
    }

    @Test
    void cancellingNeedsAnOrderAndAYes() {
        person.types("3", "1").types(DETAILS).types("banana", "1", "n", "y", "3", "", "y", "3", "1", "", "n", "4");

        run();

        assertThat(person.lines()).contains("You have no active orders.", "Nothing was cancelled.");
        assertThat(shop.orders()).extracting(Order::status).containsExactly(Order.Status.ACTIVE);
    }

    @Test
    void theMenuKnowsTheCommandsThatItWasGiven() {
        commands = new KillCommand();
        person.types("kill primary", "kil primary", "5", "", "4");

        assertThat(run()).isEqualTo(ExitCode.OK);
        assertThat(person.lines())
                .contains(
                        "  kill NAME",
                        "killed",
                        "'kil primary' is not on the menu. Did you mean kill primary? Type 1, 2, 3 or 4, or a command"
                                + " as shown above.",
                        "'5' is not on the menu. Type 1, 2, 3 or 4, or a command as shown above.");
    }

    @Test
    void aMenuWithoutCommandsNamesItsEntriesOnly() {
        person.types("5", "4");

        run();

        assertThat(person.lines()).contains("'5' is not on the menu. Type 1, 2, 3 or 4.");
    }

    private final class KillCommand implements ExtraCommands {
        @Override
        public boolean execute(String line) {
            if (line.equals("kill primary")) {
                person.print("killed");
                return true;
            }
            return false;
        }

        @Override
        public List<String> names() {
            return List.of("kill primary");
        }

        @Override
        public List<String> hints() {
            return List.of("  kill NAME");
        }
    }
}
