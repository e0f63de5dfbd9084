package justhungry.cli.terminal;

import static justhungry.cli.fake.ScriptedConsole.CTRL_C;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import justhungry.api.Money;
import justhungry.api.Order;
import justhungry.api.UserId;
import justhungry.api.process.ExitCode;
import justhungry.cli.fake.FakeFrontend;
import justhungry.cli.fake.FakeFrontend.Fault;
import justhungry.cli.fake.FakeFrontends;
import justhungry.cli.fake.FakeShop;
import justhungry.cli.fake.ScriptedConsole;
import justhungry.cli.request.Retries;
import justhungry.cli.request.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderingTerminalTest {
    private static final String[] DETAILS = {"Ada", "Lovelace", "020-7946-0000", "DH1 3LE", "1 Palace Green"};

    private final FakeShop shop = new FakeShop();
    private final FakeFrontend frontend = new FakeFrontend(shop);
    private final FakeFrontends frontends = new FakeFrontends();
    private final FakeFrontends.Link link = frontends.add(frontend);
    private final ScriptedConsole person = new ScriptedConsole(40);
    private MenuCommands commands = MenuCommands.NONE;
    private Runnable duringPause = () -> {};

    @Test
    void anOrderIsPlacedCancelledAndShown() {
        person.types("1").types(DETAILS).types("apple", "2", "y", "kale", "1", "n", "y", "2", "1.50", "y");
        person.types("2", "3", "1", "y", "history", "4");

        assertThat(run()).isEqualTo(ExitCode.OK);

        assertThat(person.lines())
                .contains("Order 1 is placed: £7.47 in all.", "Order 1, active", "Order 1, cancelled");
        assertThat(shop.orders()).extracting(Order::status).containsExactly(Order.Status.CANCELLED);
        assertThat(shop.stockOf("apple")).isEqualTo(15);
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
                "2| 020-CALL | A phone number has digits and hyphens only.",
                "2| --- | A phone number has digits and hyphens only.",
                "3| '' | The postcode is empty.",
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
    void noProductIsShownBeforeThePostcodeIsAccepted() {
        person.types("1", "Ada", "Lovelace", "020", "ZZ1 1ZZ", "1 Palace Green", "UN1 1UN", "", "DH1 3LE", "back", "4");

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
                        "There are only 6 kale left.",
                        "There are only 6 kale left, and your basket has 4 of them.",
                        "All 6 kale are in your basket already. Choose something else.",
                        "Basket: 6 x kale, 1 x bread");
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
    @ValueSource(strings = {"-1", "much", "1.999", "1,50"})
    void aTipThatIsNoAmountIsAskedAgain(String wrong) {
        person.types("1").types(DETAILS).types("apple", "1", "n", "y", "4", "3", wrong, "£2", "y", "4");

        run();

        assertThat(person.lines()).contains("Please answer 1, 2 or 3.");
        assertThat(person.transcript()).contains("Not an amount of money");
        assertThat(shop.orders()).extracting(Order::tip).containsExactly(new Money(200));
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
    void whenSomebodyElseTakesTheLastOnes_theRefusalIsShownAndTheBasketCanBeMended() {
        person.types("1").types(DETAILS).types("kale", "6", "n", "y", "3", "", "y");
        person.types("c", "kale", "2", "y", "3", "", "y", "4");
        frontend.beforeEach(() -> {
            if (frontend.idsOf("PLACE_ORDER").size() == 1) {
                shop.stock("kale", 99, 2);
            }
        });

        run();

        assertThat(person.lines()).contains("There are only 2 kale left.", "  kale    £0.99     2 left");
        assertThat(shop.orders()).hasSize(1);
    }

    @Test
    void aLostFrontEndKeepsTheBasket_andTheOrderGoesOnWhenItComesBack() {
        person.types("1").types(DETAILS).types("apple", "2", "n", "y", "3", "", "y", "4");
        frontend.updatesMeet(Fault.NONE, Fault.NO_CONNECTION);
        duringPause = link::comeBack;

        assertThat(run()).isEqualTo(ExitCode.OK);
        assertThat(person.transcript()).contains("Trying again in 5 s (1 of 5); what you entered is kept.");
        assertThat(shop.orders()).hasSize(1);
    }

    @Test
    void whenNoFrontEndComesBackItSaysSoAndEnds() {
        person.types("1").types(DETAILS).types("apple", "2", "n");
        frontend.beforeEach(() -> {
            if (!frontend.idsOf("PRODUCT_LIST").isEmpty()) {
                link.goDown();
            }
        });

        assertThat(run()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(person.transcript()).contains("(5 of 5)").contains("Nothing was changed.");
    }

    @Test
    void withNoFrontEndAtTheStartNothingIsAsked() {
        link.goDown();

        assertThat(run()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(person.transcript()).doesNotContain("create an order");
    }

    @Test
    void anUnclearAnswerIsCheckedAndTheOrderIsPlacedOnce() {
        person.types("1").types(DETAILS).types("apple", "2", "n", "y", "3", "", "y", "4");
        frontend.updatesMeet(Fault.NONE, Fault.UNKNOWN_BUT_DONE, Fault.ANSWER_LOST);

        assertThat(run()).isEqualTo(ExitCode.OK);
        assertThat(person.lines())
                .contains("No clear answer: checking whether it went through…", "Order 1 is placed: £3.98 in all.");
        assertThat(frontend.idsOf("PLACE_ORDER").stream().distinct()).hasSize(1);
        assertThat(shop.orders()).hasSize(1);
    }

    @Test
    void anOutcomeThatStaysUnknownIsSaidPlainly_andShowsInTheExitCode() {
        person.types("1").types(DETAILS).types("apple", "2", "n", "y", "3", "", "y", "4");
        frontend.updatesMeet(Fault.NONE);
        frontend.updatesMeet(sixTimes(Fault.UNKNOWN_BUT_DONE));

        assertThat(run()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(person.transcript())
                .contains("It is not known whether PLACE_ORDER took effect")
                .contains("orders");
    }

    @Test
    void anUnknownOutcomeIsSettledByLookingAtTheHistory() {
        person.types("1").types(DETAILS).types("apple", "2", "n", "y", "3", "", "y", "2", "4");
        frontend.updatesMeet(Fault.NONE);
        frontend.updatesMeet(sixTimes(Fault.UNKNOWN_BUT_DONE));

        assertThat(run()).isEqualTo(ExitCode.OK);
        assertThat(person.lines()).contains("Order 1, active");
    }

    @Test
    void withTooFewBackEndsTheRefusalIsClear_andTheBasketIsThereWhenTheyAreBack() {
        person.types("1").types(DETAILS).types("apple", "2", "n", "y", "3", "", "y");
        person.types("1", "", "y", "y", "3", "", "y", "4");
        frontend.updatesMeet(Fault.NONE, Fault.TOO_FEW);

        assertThat(run()).isEqualTo(ExitCode.OK);
        assertThat(person.lines())
                .contains(
                        "Only one back end is there. Nothing was changed: try again in a moment.",
                        "Your basket was kept: 2 x apple",
                        "Order 1 is placed: £3.98 in all.");
    }

    @Test
    void ctrlCGoesBackToTheMenu_andEndsTheProgramThere() {
        person.types("1", "Ada", CTRL_C, CTRL_C);

        assertThat(run()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(person.lines()).contains("Back at the menu.");
    }

    @Test
    void theInputMayEndAtTheMenu() {
        assertThat(run()).isEqualTo(ExitCode.OK);
    }

    @Test
    void anInputThatEndsInTheMiddleOfAnOrderIsToldFromOneThatIsFinished() {
        person.types("1").types(DETAILS).types("apple", "x", "x", "x");

        assertThat(run()).isEqualTo(ExitCode.USAGE);
        assertThat(person.lines()).endsWith("The input ended in the middle of an order: nothing was ordered.");
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"99 | You have no order 99.", "2 | You have no order 2."})
    void anOrderOfSomebodyElseOrOfNobodyIsNotCancelled(String number, String words) {
        person.types("1").types(DETAILS).types("banana", "1", "n", "y", "3", "", "y", "3", "x", number, "y", "4");
        frontend.beforeEach(() -> {});

        assertThat(run()).isEqualTo(ExitCode.OK);
        assertThat(person.lines()).contains("Not an order's number: write it like 42.", words);
    }

    @Test
    void cancellingNeedsAnOrderAndAYes() {
        person.types("3", "1").types(DETAILS).types("banana", "1", "n", "y", "3", "", "y", "3", "1", "", "n", "4");

        run();

        assertThat(person.lines()).contains("You have no order that could be cancelled.", "Nothing was cancelled.");
        assertThat(shop.orders()).extracting(Order::status).containsExactly(Order.Status.ACTIVE);
    }

    @Test
    void theMenuKnowsTheCommandsThatItWasGiven() {
        commands = new Killing();
        person.types("kill primary", "kil primary", "5", "", "4");

        assertThat(run()).isEqualTo(ExitCode.OK);
        assertThat(person.lines())
                .contains(
                        "  kill NAME",
                        "killed",
                        "The menu has no 'kil primary'. Did you mean kill primary? Type 1, 2, 3 or 4.",
                        "The menu has no '5'. Type 1, 2, 3 or 4.");
    }

    private ExitCode run() {
        var retries = new Retries(5, Duration.ofSeconds(5), any -> duringPause.run(), Duration.ofMinutes(1));
        var session = new Session(UserId.of(new UUID(1, 1)), frontends, retries, new ConsoleProgress(person));
        return new OrderingTerminal(person, session, commands).run();
    }

    private static Fault[] sixTimes(Fault fault) {
        return new Fault[] {fault, fault, fault, fault, fault, fault};
    }

    private final class Killing implements MenuCommands {
        @Override
        public boolean handle(String line) {
            if (line.equals("kill primary")) {
                person.say("killed");
                return true;
            }
            return false;
        }

        @Override
        public List<String> names() {
            return List.of("kill primary");
        }

        @Override
        public List<String> hint() {
            return List.of("  kill NAME");
        }
    }
}
