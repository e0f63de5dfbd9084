package justhungry.replay.script;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import justhungry.replay.script.model.RequestRate;
import justhungry.replay.script.model.ScriptHeader;
import justhungry.replay.script.source.LocatedFields;
import justhungry.replay.script.source.LocatedJson;
import justhungry.replay.script.source.MistakeCollector;
import justhungry.replay.script.source.ParseChecks;
import justhungry.replay.script.source.ScriptException;

/** The parser of a script's first line. */
final class HeaderParser {
    private static final String DESCRIPTION = "the header, like {\"jh\":1}";
    private static final List<String> KEYS = List.of("jh", "name", "seed", "clients", "rate");

    private HeaderParser() {}

    /**
     * Reads the header.
     *
     * @param mistakes gets those after which the other lines can still be checked
     * @throws ScriptException when the file is of another kind or version
     */
    static ScriptHeader read(LocatedJson line, MistakeCollector mistakes) throws ScriptException {
        if (!line.object(DESCRIPTION).containsKey("jh")) {
            mistakes.add(line.error("the first line must be %s".formatted(DESCRIPTION)));
            return new ScriptHeader(
                    Optional.empty(), ScriptHeader.DEFAULT_SEED, ScriptHeader.DEFAULT_CLIENTS, Optional.empty());
        }
        var fields = LocatedFields.of(line, "a header", KEYS, mistakes);
        var version = fields.required("jh");
        if (version.wholeNumber("the format version, 1", 0, Long.MAX_VALUE) != ScriptHeader.VERSION) {
            throw version.error("this program reads version %d of the format, not %s"
                    .formatted(ScriptHeader.VERSION, version.json()));
        }
        return new ScriptHeader(
                value(fields, "name", HeaderParser::name, mistakes),
                value(fields, "seed", HeaderParser::seed, mistakes).orElse(ScriptHeader.DEFAULT_SEED),
                value(fields, "clients", HeaderParser::clients, mistakes).orElse(ScriptHeader.DEFAULT_CLIENTS),
                value(fields, "rate", HeaderParser::rate, mistakes));
    }

    private static <T> Optional<T> value(
            LocatedFields fields, String key, LocatedFields.FieldReader<T> reader, MistakeCollector mistakes) {
        return mistakes.read(() -> fields.optional(key, reader)).flatMap(Function.identity());
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
