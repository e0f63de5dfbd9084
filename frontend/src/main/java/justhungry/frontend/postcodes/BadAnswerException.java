package justhungry.frontend.postcodes;

import java.io.IOException;

/** An answer of the service that is not one to the question; the message describes it. */
final class BadAnswerException extends IOException {
    private static final long serialVersionUID = 1;

    BadAnswerException(String message) {
        super(message);
    }
}
