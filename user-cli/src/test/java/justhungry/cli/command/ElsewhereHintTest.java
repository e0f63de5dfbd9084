package justhungry.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import justhungry.cli.fake.ScriptedConsole;
import org.junit.jupiter.api.Test;

class ElsewhereHintTest {
    private final ScriptedConsole person = new ScriptedConsole(80);
    private final ElsewhereHint hint = new ElsewhereHint(person);

    @Test
    void aCommandForTheClusterIsTypedInAnotherTerminal() {
        assertThat(hint.execute("kill 2")).isTrue();
        assertThat(person.lines())
                .containsExactly("That does not work here. In another terminal, type: just-hungry kill 2");
    }

    @Test
    void anythingElseIsLeftToTheMenu() {
        assertThat(hint.execute("kale 2")).isFalse();
        assertThat(person.lines()).isEmpty();
    }
}
