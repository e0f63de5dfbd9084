package justhungry.frontend.postcodes;

import java.util.Optional;
import justhungry.api.Reason;
import justhungry.api.Response;

/** What was found out about a postcode. */
public sealed interface Verdict {
    /** What the person is told when the postcode was not accepted; empty when it was. */
    Optional<Response.Refused> refusal();

    /** The postcode may be used. */
    record Accepted() implements Verdict {
        @Override
        public Optional<Response.Refused> refusal() {
            return Optional.empty();
        }
    }

    /** There is no such postcode. */
    record Refused(String message) implements Verdict {
        @Override
        public Optional<Response.Refused> refusal() {
            return Optional.of(new Response.Refused(Reason.INVALID_POSTCODE, message));
        }
    }

    /** It could not be found out; the postcode may be right. */
    record Unchecked(String message) implements Verdict {
        @Override
        public Optional<Response.Refused> refusal() {
            return Optional.of(new Response.Refused(Reason.POSTCODE_UNCHECKED, message));
        }
    }
}
