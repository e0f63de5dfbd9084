package justhungry.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Request;
import justhungry.cli.fake.ScriptedConsole;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {
    private final ScriptedConsole person = new ScriptedConsole(100);
    private final ConsoleProgress progress = new ConsoleProgress(person);

    @Test
    void whenAPostcodeIsAmongWhatIsSent_thenItsCheckIsNamedAsACauseOfTheWait() {
        var details = new ContactDetails("Ada", "Lovelace", "020-7946-0000", "DH1 3LE", "1 Palace Green");

        progress.onSlowCall(new Request.SaveDetails(details));

        assertThat(person.lines()).singleElement().asString().contains("checking a postcode");
    }

    @Test
    void otherwiseNoPostcodeIsNamed() {
        progress.onSlowCall(new Request.ListProducts());

        assertThat(person.lines()).singleElement().asString().doesNotContain("postcode");
    }
}
