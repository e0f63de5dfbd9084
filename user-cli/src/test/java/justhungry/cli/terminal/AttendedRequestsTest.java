package justhungry.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import justhungry.cli.fake.ScriptedConsole;
import justhungry.client.RequestSender;
import justhungry.platform.process.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The lines that a person types while a request waits. */
@Timeout(300)
class AttendedRequestsTest extends TerminalTestBase {
    /** Longer than a busy machine needs until the request is given up. */
    private static final Duration REPAIR_TIMEOUT = Duration.ofSeconds(60);

    private final CountDownLatch repaired = new CountDownLatch(1);
    private final RepairCommands repairs = new RepairCommands();

    @Test
    void aCommandIsObeyedWhileARequestWaits_andTheRequestGoesOn() {
        commands = repairs;
        person.types("2", "4");
        senderWrapper = sender -> waiting("VIEW_ORDERS", sender, "y", "restart frontend1");

        assertThat(run()).isEqualTo(ExitCode.OK);

        assertThat(repairs.executed).containsExactly("restart frontend1");
        assertThat(person.lines())
                .containsSubsequence("frontend1 is down", "(waiting) restart frontend1", "You have no orders yet.");
    }

    @Test
    void ctrlCGivesUpAReadThatWaits_andReturnsToTheMenu() {
        person.types("2", "4");
        senderWrapper = sender -> waiting("VIEW_ORDERS", sender, ScriptedConsole.CTRL_C);

        assertThat(run()).isEqualTo(ExitCode.OK);
        assertThat(person.lines()).contains("Back at the menu.").doesNotContain("You have no orders yet.");
    }

    @Test
    void anUpdateThatIsGivenUpMayStillTakeEffect_andThePersonIsTold() {
        person.types("1").types(DETAILS).types("apple", "2", "n", "y", "3", "", "y", "4");
        senderWrapper = sender -> waiting("PLACE_ORDER", sender, ScriptedConsole.CTRL_C);

        assertThat(run()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(person.lines())
                .contains(
                        "You stopped waiting, but the request may still be carried out. Check your orders before you try again.");
    }

    @Test
    void whenNoFrontEndAnswersATerminalThatCanRepairTheClusterGoesOn() {
        commands = repairs;
        link.stop();
        person.types("2", "restart frontend1", "2", "4");

        assertThat(run()).isEqualTo(ExitCode.OK);
        assertThat(person.lines())
                .containsSubsequence(
                        "No front end answers, after 6 attempts: the name server at 127.0.0.1:1099 lists frontend1, which cannot be reached.",
                        "frontend1 is down",
                        "You have no orders yet.");
    }

    @Test
    void whatWasTypedForATerminalThatEndsByItselfIsNotLeftToTheShell() {
        link.stop();

        assertThat(run()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(person.hasDroppedTypedAhead()).isTrue();
    }

    @Test
    void whatIsTypedAfterQuitIsForTheShell() {
        person.types("4");

        run();

        assertThat(person.hasDroppedTypedAhead()).isFalse();
    }

    /** A sender whose requests of one operation wait until the cluster is repaired, even if it is interrupted. */
    private RequestSender waiting(String operation, RequestSender sender, String... typedMeanwhile) {
        return request -> {
            if (request.operation().equals(operation)) {
                person.typesWhileWaiting(List.of(typedMeanwhile));
                awaitRepair();
            }
            return sender.send(request);
        };
    }

    private void awaitRepair() {
        long deadline = System.nanoTime() + REPAIR_TIMEOUT.toNanos();
        boolean isRepaired = false;
        while (!isRepaired && System.nanoTime() < deadline) {
            try {
                isRepaired = repaired.await(REPAIR_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                // As a call in progress.
            }
        }
    }

    private final class RepairCommands implements ExtraCommands {
        final List<String> executed = new ArrayList<>();

        @Override
        public boolean execute(String line) {
            executed.add(line);
            link.start();
            repaired.countDown();
            return true;
        }

        @Override
        public boolean isCommand(String line) {
            return line.startsWith("restart");
        }

        @Override
        public boolean canRepair() {
            return true;
        }

        @Override
        public List<String> repairs() {
            return List.of("frontend1 is down");
        }
    }
}
