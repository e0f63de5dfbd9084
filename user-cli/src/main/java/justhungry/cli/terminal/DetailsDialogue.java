package justhungry.cli.terminal;

import java.util.Optional;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.RefusalReason;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.cli.console.Console;
import justhungry.cli.console.TextStyle;
import org.jspecify.annotations.Nullable;

/** The dialogue for the contact details: asked where none are saved yet, and confirmed or changed at the next order. */
final class DetailsDialogue {
    private final Console console;
    private final ConsolePrompt prompt;
    private final DialogueRequests requests;

    /** The details typed last, or saved in an earlier session; null when there are none. */
    private @Nullable ContactDetails details;

    /** Whether the cluster has accepted them. */
    private boolean saved;

    /** Whether the cluster may have details of an earlier session. */
    private boolean mayBeKnown;

    DetailsDialogue(Console console, DialogueRequests requests, PersonKind kind) {
        this.console = console;
        this.prompt = new ConsolePrompt(console);
        this.requests = requests;
        this.mayBeKnown = kind == PersonKind.RETURNING;
    }

    /** Ends when the cluster has accepted the details, the postcode in particular. */
    void complete() {
        if (mayBeKnown) {
            lookUp();
        }
        var typed = details == null ? readAll(DetailsField.NOTHING_TYPED) : confirmOrChange(details);
        if (!saved) {
            save(typed);
        }
    }

    /** The cluster does not have the details after all. */
    void markUnsaved() {
        saved = false;
    }

    private void lookUp() {
        if (requests.send(new Request.ViewDetails()) instanceof Response.CustomerDetails known) {
            details = known.details();
            saved = true;
        }
        mayBeKnown = false;
    }

    private ContactDetails confirmOrChange(ContactDetails known) {
        console.print("Delivering to %s %s, %s, %s; phone %s"
                .formatted(known.firstName(), known.lastName(), known.address(), known.postcode(), known.phone()));
        return prompt.yesUnlessNo("Is this still right?") ? known : readAll(known);
    }

    private ContactDetails readAll(ContactDetails before) {
        console.print(TextStyle.HEADING, "Who do we deliver to?");
        var typed = before;
        for (var field : DetailsField.values()) {
            typed = prompt(field, typed);
        }
        return keep(typed);
    }

    private ContactDetails prompt(DetailsField field, ContactDetails before) {
        if (details == null) {
            return prompt.read(field.label() + ": ", answer -> field.in(before, answer));
        }
        var kept = field.of(before);
        return prompt.read(
                "%s [%s]: ".formatted(field.label(), kept),
                answer -> answer.isEmpty() ? before : field.in(before, answer));
    }

    private void save(ContactDetails typed) {
        var refusal = refusal(typed);
        while (refusal.isPresent()) {
            var refused = refusal.get();
            requests.report(refused);
            if (!isAboutThePostcode(refused.reason())) {
                throw new BackException();
            }
            typed = keep(readPostcode(typed, refused.reason()));
            refusal = refusal(typed);
        }
        saved = true;
        console.print(TextStyle.GOOD, "Your details are saved.");
    }

    private Optional<Response.Refused> refusal(ContactDetails typed) {
        return requests.send(new Request.SaveDetails(typed)).refusal();
    }

    /** A postcode that could not be checked may be kept and tried again; one that does not exist may not. */
    private ContactDetails readPostcode(ContactDetails typed, RefusalReason reason) {
        return reason == RefusalReason.POSTCODE_UNCHECKED
                ? prompt(DetailsField.POSTCODE, typed)
                : prompt.read("Postcode: ", answer -> DetailsField.POSTCODE.in(typed, answer));
    }

    private ContactDetails keep(ContactDetails typed) {
        details = typed;
        saved = false;
        return typed;
    }

    private static boolean isAboutThePostcode(RefusalReason reason) {
        return switch (reason) {
            case INVALID_POSTCODE, POSTCODE_UNCHECKED -> true;
            case OUT_OF_STOCK,
                    UNKNOWN_PRODUCT,
                    UNKNOWN_DELIVERY,
                    UNKNOWN_ORDER,
                    NOT_ACTIVE,
                    NO_DETAILS,
                    INVALID,
                    EXPIRED -> false;
        };
    }
}
