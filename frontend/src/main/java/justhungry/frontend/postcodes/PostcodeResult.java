package justhungry.frontend.postcodes;

import java.util.Optional;
import justhungry.api.shop.RefusalReason;
import justhungry.api.shop.Response;

/** The result of checking a postcode. */
public sealed interface PostcodeResult {
    /** The refusal for the person when the postcode was not accepted; empty when it was. */
    Optional<Response.Refused> refusal();

    /** Whether the postcode was accepted for its format, and may not exist. */
    default boolean isFormatOnly() {
        return false;
    }

    /** The result that the postcode may be used. */
    record Accepted() implements PostcodeResult {
        @Override
        public Optional<Response.Refused> refusal() {
            return Optional.empty();
        }
    }

    /** The result that the postcode has the format of one; whether it exists was not asked. */
    record FormatAccepted() implements PostcodeResult {
        @Override
        public Optional<Response.Refused> refusal() {
            return Optional.empty();
        }

        @Override
        public boolean isFormatOnly() {
            return true;
        }
    }

    /** The result that there is no such postcode. */
    record NoSuchPostcode(String message) implements PostcodeResult {
        @Override
        public Optional<Response.Refused> refusal() {
            return Optional.of(new Response.Refused(RefusalReason.INVALID_POSTCODE, message));
        }
    }

    /** The result that the postcode could not be checked; it may be right. */
    record Unchecked(String message) implements PostcodeResult {
        @Override
        public Optional<Response.Refused> refusal() {
            return Optional.of(new Response.Refused(RefusalReason.POSTCODE_UNCHECKED, message));
        }
    }
}
