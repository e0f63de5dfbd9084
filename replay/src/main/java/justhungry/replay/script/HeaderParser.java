package justhungry.replay.script;

import java.util.List;
import justhungry.replay.script.model.RequestRate;
import justhungry.replay.script.model.ScriptHeader;
import justhungry.replay.script.source.LocatedFields;
import justhungry.replay.script.source.LocatedJson;
import justhungry.replay.script.source.ParseChecks;
import justhungry.replay.script.source.ScriptException;

/** The parser of a script's first line. */
final class HeaderParser {
    private static final String DESCRIPTION = "the header, like {\"jh\":1}";
    private static final List<String> KEYS = List.of("jh", "name", "seed", "clients", "rate");

    private HeaderParser() {}

    static ScriptHeader read(LocatedJson line) throws ScriptException {
        if (!line.object(DESCRIPTION).containsKey("jh")) {
            throw line.error("the first line must be %s".formatted(DESCRIPTION));
        }
        var fields = LocatedFields.of(line, "a header", KEYS);
        var version = fields.required("jh");
        if (version.wholeNumber("the format version, 1", 0, Long.MAX_VALUE) != ScriptHeader.VERSION) {
            throw version.error("this program reads version %d of the format, not %s"
                    .formatted(ScriptHeader.VERSION, version.json()));
        }
        return new ScriptHeader(
                fields.optional("name", HeaderParser::name),
                fields.optional("seed", HeaderParser::seed).orElse(ScriptHeader.DEFAULT_SEED),
                fields.optional("clients", HeaderParser::clients).orElse(ScriptHeader.DEFAULT_CLIENTS),
                fields.optional("rate", HeaderParser::rate));
    }

    private static String name(LocatedJson node) throws ScriptException {
        var name = node.string("a name");
        return ParseChecks.construct(node.position(), () -> ScriptHeader.requireName(name));
    }

    private static long seed(LocatedJson node) throws ScriptException {
        return node.wholeNumber("a whole number", Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private static int clients(LocatedJson node) throws ScriptException {
        return (int) node.wholeNumber("a number of clients", 1, ScriptHeader.MAX_CLIENTS);
    }

    private static RequestRate rate(LocatedJson node) throws ScriptException {
        var text = node.string("a rate, like \"200/s\"");
        return ParseChecks.construct(node.position(), () -> RequestRate.parse(text));
    }
}
