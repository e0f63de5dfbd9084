package justhungry.cli.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.client.RequestOutcome;
import justhungry.platform.command.CliOptions;
import justhungry.platform.process.CannotStartException;
import justhungry.platform.process.ExitCode;
import org.apache.commons.cli.Option;

/** The command {@code details}: shows the saved contact details, saves new ones, or changes some of them. */
final class DetailsCommand implements CliCommand {
    private static final Option FIRST_NAME = CliOptions.value("first-name", "NAME", "first name");
    private static final Option LAST_NAME = CliOptions.value("last-name", "NAME", "last name");
    private static final Option PHONE = CliOptions.value("phone", "NUMBER", "phone number, like 020 7946 0000");
    private static final Option POSTCODE = CliOptions.value("postcode", "POSTCODE", "postcode, checked by the cluster");
    private static final Option ADDRESS = CliOptions.value("address", "TEXT", "delivery address");
    private static final List<Option> FIELDS = List.of(FIRST_NAME, LAST_NAME, PHONE, POSTCODE, ADDRESS);

    @Override
    public String name() {
        return "details";
    }

    @Override
    public String summary() {
        return "shows or saves your contact details";
    }

    @Override
    public String details() {
        return "Without options it shows what is saved; with some of them it changes those, and keeps the others.";
    }

    @Override
    public CommandGroup group() {
        return CommandGroup.CLIENT;
    }

    @Override
    public List<String> examples() {
        return List.of(
                "details",
                "details --first-name Ada --last-name Lovelace --phone 020-7946-0000 --postcode 'DH1 3LE'"
                        + " --address '1 Palace Green'",
                "details --phone 020-7946-0001");
    }

    @Override
    public List<Option> options() {
        return List.of(FIRST_NAME, LAST_NAME, PHONE, POSTCODE, ADDRESS, CommonOptions.JSON);
    }

    @Override
    public ExitCode run(CommandInvocation invocation) throws UsageException, CannotStartException {
        invocation.requireNoArguments();
        var missing = FIELDS.stream().filter(field -> !invocation.has(field)).toList();
        try (var messages = invocation.terminal().openOn(invocation.err())) {
            var session = invocation.session(messages);
            if (missing.isEmpty()) {
                return invocation.send(session, request(invocation, Optional.empty()), messages);
            }
            boolean changes = missing.size() < FIELDS.size();
            var view = new Request.ViewDetails();
            var outcome = session.send(view);
            var saved = saved(outcome);
            if (changes && saved.isPresent()) {
                return invocation.send(session, request(invocation, saved), messages);
            }
            if (changes && outcome.refusal().isPresent()) {
                throw new UsageException("no contact details are saved yet; add %s".formatted(words(missing)));
            }
            return invocation.report(outcome, view, session, messages);
        }
    }

    private static Optional<ContactDetails> saved(RequestOutcome outcome) {
        return outcome instanceof RequestOutcome.Completed completed
                        && completed.response() instanceof Response.CustomerDetails customer
                ? Optional.of(customer.details())
                : Optional.empty();
    }

    /** The request that saves the details typed, and of those not typed the saved ones. */
    private static Request request(CommandInvocation invocation, Optional<ContactDetails> saved) throws UsageException {
        return RequestCommand.read(
                line -> new Request.SaveDetails(new ContactDetails(
                        field(line, FIRST_NAME, saved.map(ContactDetails::firstName)),
                        field(line, LAST_NAME, saved.map(ContactDetails::lastName)),
                        field(line, PHONE, saved.map(ContactDetails::phone)),
                        field(line, POSTCODE, saved.map(ContactDetails::postcode)),
                        field(line, ADDRESS, saved.map(ContactDetails::address)))),
                invocation);
    }

    private static String field(CommandInvocation line, Option option, Optional<String> saved) throws UsageException {
        var kept = line.value(option).or(() -> saved);
        return kept.isPresent() ? kept.get() : line.required(option);
    }

    private static String words(List<Option> options) {
        return options.stream()
                .map(option -> "--%s %s".formatted(option.getLongOpt(), option.getArgName()))
                .collect(Collectors.joining(" "));
    }
}
