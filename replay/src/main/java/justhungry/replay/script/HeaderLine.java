package justhungry.replay.script;

import java.util.List;
import justhungry.replay.script.model.Header;
import justhungry.replay.script.model.Rate;
import justhungry.replay.script.source.Fields;
import justhungry.replay.script.source.Node;
import justhungry.replay.script.source.ScriptException;
import justhungry.replay.script.source.Vocabulary;

/** The parser of a script's first line. */
final class HeaderLine {
    private static final String WHAT = "the header, like {\"jh\":1}";
    private static final List<String> KEYS = List.of("jh", "name", "seed", "clients", "rate");

    private HeaderLine() {}

    static Header read(Node line) throws ScriptException {
        if (!line.object(WHAT).containsKey("jh")) {
            throw line.wrong("the first line must be %s".formatted(WHAT));
        }
        var fields = Fields.of(line, "a header", KEYS);
        var version = fields.required("jh");
        if (version.whole("the format version, 1", 0, Long.MAX_VALUE) != Header.VERSION) {
            throw version.wrong(
                    "this program reads version %d of the format, not %s".formatted(Header.VERSION, version.json()));
        }
        return new Header(
                fields.optional("name", HeaderLine::name),
                fields.optional("seed", HeaderLine::seed).orElse(Header.DEFAULT_SEED),
                fields.optional("clients", HeaderLine::clients).orElse(Header.DEFAULT_CLIENTS),
                fields.optional("rate", HeaderLine::rate));
    }

    private static String name(Node node) throws ScriptException {
        var name = node.text("a name");
        return Vocabulary.made(node.place(), () -> Header.requireName(name));
    }

    private static long seed(Node node) throws ScriptException {
        return node.whole("a whole number", Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private static int clients(Node node) throws ScriptException {
        return (int) node.whole("a number of clients", 1, Header.CLIENTS);
    }

    private static Rate rate(Node node) throws ScriptException {
        var text = node.text("a rate, like \"200/s\"");
        return Vocabulary.made(node.place(), () -> Rate.parse(text));
    }
}
