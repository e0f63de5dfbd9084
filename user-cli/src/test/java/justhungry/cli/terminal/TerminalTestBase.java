package justhungry.cli.terminal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import justhungry.api.shop.UserId;
import justhungry.cli.fake.ScriptedConsole;
import justhungry.client.FakeFrontendLocator;
import justhungry.client.RequestSender;
import justhungry.client.RetryPolicy;
import justhungry.client.Session;
import justhungry.fixtures.FakeFrontend;
import justhungry.fixtures.FakeShop;
import justhungry.platform.process.ExitCode;

/** The base of terminal tests: a person at an ordering terminal, with a front end that can be made to fail. */
abstract class TerminalTestBase {
    static final String[] DETAILS = {"Ada", "Lovelace", "020-7946-0000", "DH1 3LE", "1 Palace Green"};

    /** When each order was placed, as a person in the time zone of the test reads it. */
    static final String PLACED = Instant.parse("2026-11-29T09:15:00.123Z")
            .atZone(ZoneId.systemDefault())
            .format(DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH));

    final FakeShop shop = new FakeShop();
    final FakeFrontend frontend = new FakeFrontend(shop);
    final FakeFrontendLocator frontends = new FakeFrontendLocator();
    final FakeFrontendLocator.FakeFrontendHandle link = frontends.add(frontend);
    final ScriptedConsole person = new ScriptedConsole(40);
    ExtraCommands commands = ExtraCommands.NONE;
    Runnable duringPause = () -> {};
    PersonKind kind = PersonKind.RETURNING;
    UnaryOperator<RequestSender> senderWrapper = UnaryOperator.identity();

    ExitCode run() {
        var retries = new RetryPolicy(5, Duration.ofSeconds(5), any -> duringPause.run(), Duration.ofMinutes(1));
        var session = new Session(UserId.of(new UUID(1, 1)), frontends, retries, new ConsoleProgress(person));
        return new OrderingTerminal(person, senderWrapper.apply(session), commands, kind).run();
    }
}
