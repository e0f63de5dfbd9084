package justhungry.cli.terminal;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Reason;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.cli.console.Console;
import justhungry.cli.console.Tone;
import org.jspecify.annotations.Nullable;

/** The dialogue for the contact details: asked once a session, and confirmed or changed at the next order. */
final class DetailsDialogue {
    private final Console console;
    private final Ask ask;
    private final Requests requests;

    /** The details typed last; null before the first time. */
    private @Nullable ContactDetails details;

    /** Whether the cluster has accepted them. */
    private boolean saved;

    DetailsDialogue(Console console, Requests requests) {
        this.console = console;
        this.ask = new Ask(console);
        this.requests = requests;
    }

    /** Ends when the cluster has accepted the details, the postcode in particular. */
    void settle() {
        var typed = details == null ? askAll(DetailsField.NOTHING_TYPED) : confirmOrChange(details);
        if (!saved) {
            save(typed);
        }
    }

    /** The cluster does not have the details after all. */
    void forgetThatTheyAreSaved() {
        saved = false;
    }

    private ContactDetails confirmOrChange(ContactDetails known) {
        console.say("Deliver to: " + inWords(known));
        return ask.yesUnlessNo("Is this still right?") ? known : askAll(known);
    }

    private ContactDetails askAll(ContactDetails before) {
        console.say(Tone.HEADING, "Who do we deliver to?");
        var typed = before;
        for (var field : DetailsField.values()) {
            typed = ask(field, typed);
        }
        return keep(typed);
    }

    private ContactDetails ask(DetailsField field, ContactDetails before) {
        if (details == null) {
            return ask.until(field.label() + ": ", answer -> field.in(before, answer));
        }
        var kept = field.of(before);
        return ask.until(
                "%s [%s]: ".formatted(field.label(), kept),
                answer -> answer.isEmpty() ? before : field.in(before, answer));
    }

    private void save(ContactDetails typed) {
        var response = requests.respond(new Request.SaveDetails(typed));
        while (response instanceof Response.Refused refused) {
            requests.tell(refused);
            if (!isAboutThePostcode(refused.reason())) {
                throw new BackException();
            }
            typed = keep(askPostcode(typed, refused.reason()));
            response = requests.respond(new Request.SaveDetails(typed));
        }
        saved = true;
        console.say(Tone.GOOD, "Your details are saved.");
    }

    /** A postcode that could not be checked may be kept and tried again; one that does not exist may not. */
    private ContactDetails askPostcode(ContactDetails typed, Reason reason) {
        return reason == Reason.POSTCODE_UNCHECKED
                ? ask(DetailsField.POSTCODE, typed)
                : ask.until("Postcode: ", answer -> DetailsField.POSTCODE.in(typed, answer));
    }

    private ContactDetails keep(ContactDetails typed) {
        details = typed;
        saved = false;
        return typed;
    }

    private static boolean isAboutThePostcode(Reason reason) {
        return reason == Reason.INVALID_POSTCODE || reason == Reason.POSTCODE_UNCHECKED;
    }

    private static String inWords(ContactDetails details) {
        return Stream.of(DetailsField.values()).map(field -> field.of(details)).collect(Collectors.joining(", "));
    }
}
