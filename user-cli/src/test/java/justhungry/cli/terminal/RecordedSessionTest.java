package justhungry.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import justhungry.client.FakeFrontendLocator;
import justhungry.fixtures.FakeFrontend;
import justhungry.fixtures.FakeFrontend.FrontendFault;
import justhungry.fixtures.FakeShop;
import justhungry.platform.process.ExitCode;
import justhungry.replay.report.ExpectationFailures;
import justhungry.replay.report.SessionRecorder;
import justhungry.replay.report.Transcript;
import justhungry.replay.run.LoadModel;
import justhungry.replay.run.Replay;
import justhungry.replay.script.Script;
import justhungry.replay.script.ScriptText;
import justhungry.replay.script.ScriptWriter;
import justhungry.replay.script.model.RequestStep;
import justhungry.replay.script.model.ScriptHeader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests of a recorded session at the ordering terminal. */
class RecordedSessionTest extends TerminalTestBase {
    private final FailingWriter script = new FailingWriter();
    private final StringWriter transcript = new StringWriter();
    private final List<String> errors = new ArrayList<>();

    /** A writer that fails after a number of lines. */
    private static final class FailingWriter extends Writer {
        private final StringWriter written = new StringWriter();
        private int lines = Integer.MAX_VALUE;

        @Override
        public void write(char[] text, int from, int length) throws IOException {
            if (lines-- <= 0) {
                throw new IOException("no space left");
            }
            written.write(text, from, length);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}

        @Override
        public String toString() {
            return written.toString();
        }
    }

    @BeforeEach
    void record() {
        kind = PersonKind.NEW;
        senderWrapper = session -> {
            try {
                var header = new ScriptHeader(Optional.of("a sitting"), 1, 1, Optional.empty());
                return new SessionRecorder(
                        session,
                        new ScriptWriter(script, header),
                        Optional.of(new Transcript(transcript)),
                        errors::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    @Test
    void aSittingReplaysOnAFreshShopToItsOwnTranscript() throws Exception {
        orderTwiceAndCancelTheFirst();

        assertThat(replayedOn(new FakeShop())).isEqualTo(transcript.toString());
    }

    @Test
    void aSittingReplaysOnAShopWithOtherOrderNumbersToItsOwnTranscript() throws Exception {
        orderTwiceAndCancelTheFirst();
        var other = new FakeShop();
        replayedOn(other);
        other.stock("apple", 199, 15);
        other.stock("kale", 99, 6);

        assertThat(replayedOn(other)).isEqualTo(transcript.toString());
    }

    @Test
    void whatWasRefusedOrHadToBeAskedAgainIsRecordedAsItCameOut() throws Exception {
        person.types("1").types("Ada", "Lovelace", "020-7946-0000", "ZZ1 1ZZ", "1 Palace Green");
        person.types("DH1 3LE", "apple", "2", "n", "y", "3", "", "y", "4");
        frontend.injectFaults(FrontendFault.NONE, FrontendFault.NONE, FrontendFault.ANSWER_LOST);
        run();

        assertThat(shop.orders()).hasSize(1);
        assertThat(transcript.toString()).contains("INVALID_POSTCODE");
        assertThat(replayedOn(new FakeShop())).isEqualTo(transcript.toString());
    }

    @Test
    void anOrdersNumberIsAVariableOfTheScript() throws Exception {
        orderTwiceAndCancelTheFirst();

        var requests = ScriptText.steps(recorded()).stream()
                .map(RequestStep.class::cast)
                .toList();
        assertThat(requests).extracting(RequestStep::user).containsOnly(SessionRecorder.USER);
        assertThat(requests.stream().flatMap(ask -> ask.captures().stream()))
                .extracting(capture -> capture.name())
                .containsExactly("order1", "order2");
        assertThat(requests.stream().filter(ask -> ask.operation().name().equals("CANCEL")))
                .singleElement()
                .satisfies(ask -> assertThat(ask.args().json()).hasToString("{\"order\":\"${order1}\"}"));
    }

    @Test
    void whenTheRecordingCannotBeWrittenTheSittingGoesOn_andIsToldOnce() {
        script.lines = 3;

        orderTwiceAndCancelTheFirst();

        assertThat(errors).containsExactly("The recording ends here because it cannot be written: no space left");
        assertThat(shop.orders()).hasSize(2);
        assertThat(script.toString()).hasLineCount(3);
    }

    private void orderTwiceAndCancelTheFirst() {
        person.types("1").types(DETAILS).types("apple", "2", "y", "kale", "1", "n", "y", "2", "1.50", "y");
        person.types("1", "", "kale", "1", "n", "y", "3", "", "y");
        person.types("2", "3", "1", "y", "history", "4");
        assertThat(run()).isEqualTo(ExitCode.OK);
        assertThat(shop.orders()).as(person.transcript()).hasSize(2);
    }

    private Script recorded() throws Exception {
        return ScriptText.parse(script.toString());
    }

    /** The transcript of a replay, whose expectations are all met. */
    private String replayedOn(FakeShop other) throws Exception {
        var fresh = new FakeFrontendLocator();
        fresh.add(new FakeFrontend(other));
        var out = new StringWriter();
        var mismatches = new ArrayList<String>();
        var cluster = new Replay.ReplayTarget(() -> fresh, Optional.empty());
        new Replay(recorded(), cluster, LoadModel.of(recorded().header(), Optional.empty()))
                .run(
                        List.of(new Transcript(out), new ExpectationFailures("t", mismatches::add)),
                        Replay.AuditMode.NONE);
        assertThat(mismatches).isEmpty();
        return out.toString();
    }
}
