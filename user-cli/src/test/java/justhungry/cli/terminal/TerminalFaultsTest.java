package justhungry.cli.terminal;

import static justhungry.cli.fake.ScriptedConsole.CTRL_C;
import static org.assertj.core.api.Assertions.assertThat;

import justhungry.fixtures.FakeFrontend.FrontendFault;
import justhungry.platform.process.ExitCode;
import org.junit.jupiter.api.Test;

class TerminalFaultsTest extends TerminalTestBase {
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

        assertThat(person.lines()).contains("kale: only 2 left", "  7  kale    £0.99     2 left");
        assertThat(shop.orders()).hasSize(1);
    }

    @Test
    void aLostFrontEndKeepsTheBasket_andTheOrderGoesOnWhenItComesBack() {
        person.types("1").types(DETAILS).types("apple", "2", "n", "y", "3", "", "y", "4");
        frontend.injectFaults(FrontendFault.NONE, FrontendFault.NO_CONNECTION);
        duringPause = link::start;

        assertThat(run()).isEqualTo(ExitCode.OK);
        assertThat(person.transcript())
                .containsIgnoringWhitespaces(
                        "No answer yet: the name server at 127.0.0.1:1099 lists frontend1, which cannot be reached."
                                + " Trying again 5 times, 5 s after each failure; Ctrl-C gives up.");
        assertThat(shop.orders()).hasSize(1);
    }

    @Test
    void whenNoFrontEndComesBackItSaysSoAndEnds() {
        person.types("1").types(DETAILS).types("apple", "2", "n");
        frontend.beforeEach(() -> {
            if (!frontend.idsOf("PRODUCT_LIST").isEmpty()) {
                link.stop();
            }
        });

        assertThat(run()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(person.transcript()).contains("(5 of 5)").contains("No front end answers, after 6 attempts");
    }

    @Test
    void withNoFrontEndAtTheStartNothingIsAsked() {
        link.stop();

        assertThat(run()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(person.transcript()).doesNotContain("create an order");
    }

    @Test
    void anUnclearAnswerIsCheckedAndTheOrderIsPlacedOnce() {
        person.types("1").types(DETAILS).types("apple", "2", "n", "y", "3", "", "y", "4");
        frontend.injectFaults(FrontendFault.NONE, FrontendFault.UNKNOWN_BUT_DONE, FrontendFault.ANSWER_LOST);

        assertThat(run()).isEqualTo(ExitCode.OK);
        assertThat(person.lines())
                .contains(
                        "No answer yet; checking whether your request was carried out…",
                        "Order 1 is placed: £3.98 in all.");
        assertThat(frontend.idsOf("PLACE_ORDER").stream().distinct()).hasSize(1);
        assertThat(shop.orders()).hasSize(1);
    }

    @Test
    void anOutcomeThatStaysUnknownIsSaidPlainly_andShowsInTheExitCode() {
        person.types("1").types(DETAILS).types("apple", "2", "n", "y", "3", "", "y", "4");
        frontend.injectFaults(FrontendFault.NONE);
        frontend.injectFaults(sixTimes(FrontendFault.UNKNOWN_BUT_DONE));

        assertThat(run()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(person.transcript())
                .contains("It is not known whether your order was placed")
                .contains("orders");
    }

    @Test
    void anUnknownOutcomeIsSettledByLookingAtTheHistory() {
        person.types("1").types(DETAILS).types("apple", "2", "n", "y", "3", "", "y", "2", "4");
        frontend.injectFaults(FrontendFault.NONE);
        frontend.injectFaults(sixTimes(FrontendFault.UNKNOWN_BUT_DONE));

        assertThat(run()).isEqualTo(ExitCode.OK);
        assertThat(person.lines()).contains("Order 1, active");
    }

    @Test
    void withTooFewBackEndsTheRefusalIsClear_andTheBasketIsThereWhenTheyAreBack() {
        person.types("1").types(DETAILS).types("apple", "2", "n", "y", "3", "", "y");
        person.types("1", "", "y", "y", "3", "", "y", "4");
        frontend.injectFaults(FrontendFault.NONE, FrontendFault.TOO_FEW);

        assertThat(run()).isEqualTo(ExitCode.OK);
        assertThat(person.lines())
                .contains(
                        "Only one back end is there. Nothing was ordered; your basket is kept.",
                        "See why: just-hungry status, in another terminal",
                        "Your basket was kept: 2 x apple",
                        "Order 1 is placed: £3.98 in all.");
    }

    @Test
    void whenTheOrderWasNotCarriedOutAndTheInputEnds_thenTheExitCodeSaysSo() {
        person.types("1").types(DETAILS).types("apple", "2", "n", "y", "3", "", "y");
        frontend.injectFaults(FrontendFault.NONE, FrontendFault.TOO_FEW);

        assertThat(run()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(shop.orders()).isEmpty();
    }

    @Test
    void whenTheOrderWasNotCarriedOutAndTheInputEndsInTheMiddleOfTheNextOne_thenTheExitCodeSaysSo() {
        person.types("1").types(DETAILS).types("apple", "2", "n", "y", "3", "", "y", "1", "", "y");
        frontend.injectFaults(FrontendFault.NONE, FrontendFault.TOO_FEW);

        assertThat(run()).isEqualTo(ExitCode.UNAVAILABLE);
    }

    @Test
    void lookingAtTheHistoryDoesNotMakeGoodAnOrderThatWasNotCarriedOut() {
        person.types("1").types(DETAILS).types("apple", "2", "n", "y", "3", "", "y", "2", "4");
        frontend.injectFaults(FrontendFault.NONE, FrontendFault.TOO_FEW);

        assertThat(run()).isEqualTo(ExitCode.UNAVAILABLE);
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

    private static FrontendFault[] sixTimes(FrontendFault fault) {
        return new FrontendFault[] {fault, fault, fault, fault, fault, fault};
    }
}
