package justhungry.cli.cluster;

import justhungry.api.codec.Limits;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.ParseException;

/** The parser of options that several commands share. */
public final class OptionParser {
    private static final int MAX_PORT = 65_535;

    private OptionParser() {}

    public static Option flag(String name) {
        return Option.builder().longOpt(name).get();
    }

    public static Option valued(String name) {
        return Option.builder().longOpt(name).hasArg().get();
    }

    /** The wanted number of processes of a kind. */
    static int count(CommandLine line, String option, int otherwise) throws ParseException {
        return number(line, option, 1, Limits.MEMBERS, otherwise);
    }

    static int port(CommandLine line, String option, int otherwise) throws ParseException {
        return number(line, option, 0, MAX_PORT, otherwise);
    }

    static void requireNoArguments(CommandLine line) throws ParseException {
        if (!line.getArgList().isEmpty()) {
            throw new ParseException(
                    "unexpected argument '%s'".formatted(line.getArgList().get(0)));
        }
    }

    /** The one argument: the process that the command is for. */
    static String target(CommandLine line) throws ParseException {
        if (line.getArgList().size() != 1) {
            throw new ParseException("name one process, like server2, 2 or primary");
        }
        return line.getArgList().get(0);
    }

    private static int number(CommandLine line, String option, int min, int max, int otherwise) throws ParseException {
        var text = line.getOptionValue(option);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) < min || Integer.parseInt(text) > max) {
            throw new ParseException(
                    "--%s is '%s'; write a whole number from %d to %d".formatted(option, text, min, max));
        }
        return Integer.parseInt(text);
    }
}
