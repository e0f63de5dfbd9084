package justhungry.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import justhungry.platform.text.NearestWord;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** The options and arguments of a command line. */
public class ParsedLine {
    private final CommandLine line;

    /** @throws UsageException when an option is unknown, or lacks its value, or has an empty one */
    public ParsedLine(List<Option> declared, List<String> words) throws UsageException {
        this.line = parse(declared, words);
        for (var option : line.getOptions()) {
            if (option.hasArg() && option.getValue().isEmpty()) {
                throw new UsageException(
                        "--%s is empty; write --%1$s %s".formatted(option.getLongOpt(), option.getArgName()));
            }
        }
    }

    public final List<String> arguments() {
        return line.getArgList();
    }

    /** The options, in the order in which they were typed. */
    public final List<Option> options() {
        return List.of(line.getOptions());
    }

    public final boolean has(Option option) {
        return line.hasOption(option);
    }

    public final Optional<String> value(Option option) {
        return Optional.ofNullable(line.getOptionValue(option));
    }

    public final String required(Option option) throws UsageException {
        return value(option)
                .orElseThrow(() ->
                        new UsageException("--%s %s is missing".formatted(option.getLongOpt(), option.getArgName())));
    }

    /**
     * The value of an option, as a number.
     *
     * @param min at least 0
     * @param max at most 99,999
     */
    public final int number(Option option, int min, int max, int otherwise) throws UsageException {
        var text = value(option).orElse(String.valueOf(otherwise));
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) < min || Integer.parseInt(text) > max) {
            throw new UsageException(
                    "--%s is '%s'; write a whole number from %d to %d".formatted(option.getLongOpt(), text, min, max));
        }
        return Integer.parseInt(text);
    }

    /**
     * The one argument.
     *
     * @param otherwise what to write, for the error when there is none or more than one
     */
    public final String argument(String otherwise) throws UsageException {
        if (arguments().size() != 1 || arguments().get(0).isEmpty()) {
            throw new UsageException(otherwise);
        }
        return arguments().get(0);
    }

    public final void requireNoArguments() throws UsageException {
        if (!arguments().isEmpty()) {
            throw new UsageException(
                    "unexpected argument '%s'".formatted(arguments().get(0)));
        }
    }

    private static CommandLine parse(List<Option> declared, List<String> words) throws UsageException {
        var options = new Options();
        declared.forEach(options::addOption);
        try {
            return new DefaultParser(false).parse(options, withDashedValues(declared, words));
        } catch (MissingArgumentException e) {
            throw new UsageException("--%s %s is missing"
                    .formatted(e.getOption().getLongOpt(), e.getOption().getArgName()));
        } catch (UnrecognizedOptionException e) {
            throw new UsageException(
                    "unknown option '%s'.%s".formatted(e.getOption(), nearest(e.getOption(), declared)));
        } catch (ParseException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /** The words, with {@code --history -h1.jsonl} as {@code --history=-h1.jsonl}: the parser takes it for an option. */
    private static String[] withDashedValues(List<Option> declared, List<String> words) {
        var joined = new ArrayList<String>();
        for (var word : words) {
            int last = joined.size() - 1;
            boolean isValue = word.matches("-[^-].*")
                    && last >= 0
                    && !joined.contains("--")
                    && declared.stream()
                            .filter(Option::hasArg)
                            .anyMatch(option -> joined.get(last).equals("--" + option.getLongOpt()));
            if (isValue) {
                joined.set(last, joined.get(last) + "=" + word);
            } else {
                joined.add(word);
            }
        }
        return joined.toArray(String[]::new);
    }

    /** The options whose names end with what was typed, as {@code --nameserver-port} with {@code --port}; else the nearest. */
    private static String nearest(String typed, List<Option> declared) {
        var names = declared.stream().map(option -> "--" + option.getLongOpt()).toList();
        var name = typed.replaceFirst("=.*", "");
        var longer = names.stream()
                .filter(whole -> name.startsWith("--") && whole.endsWith(name.substring(1)))
                .toList();
        return longer.isEmpty() ? NearestWord.didYouMean(name, names) : NearestWord.didYouMean(longer);
    }
}
