package justhungry.cli.terminal;

import java.time.Duration;
import java.util.UUID;
import java.util.function.UnaryOperator;
import justhungry.api.shop.UserId;
import justhungry.cli.fake.ScriptedConsole;
import justhungry.client.Asking;
import justhungry.client.FakeFrontends;
import justhungry.client.Retries;
import justhungry.client.Session;
import justhungry.fixtures.FakeFrontend;
import justhungry.fixtures.FakeShop;
import justhungry.platform.process.ExitCode;

/** The base of terminal tests: a person at an ordering terminal, with a front end that can be made to fail. */
abstract class Sitting {
    static final String[] DETAILS = {"Ada", "Lovelace", "020-7946-0000", "DH1 3LE", "1 Palace Green"};

    final FakeShop shop = new FakeShop();
    final FakeFrontend frontend = new FakeFrontend(shop);
    final FakeFrontends frontends = new FakeFrontends();
    final FakeFrontends.Link link = frontends.add(frontend);
    final ScriptedConsole person = new ScriptedConsole(40);
    MenuCommands commands = MenuCommands.NONE;
    Runnable duringPause = () -> {};
    UnaryOperator<Asking> listening = UnaryOperator.identity();

    ExitCode run() {
        var retries = new Retries(5, Duration.ofSeconds(5), any -> duringPause.run(), Duration.ofMinutes(1));
        var session = new Session(UserId.of(new UUID(1, 1)), frontends, retries, new ConsoleProgress(person));
        return new OrderingTerminal(person, listening.apply(session), commands).run();
    }
}
