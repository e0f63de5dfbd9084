package justhungry.frontend.postcodes;

import java.io.IOException;

/** The service answered, but not to the question; the message says with what. */
final class BadAnswerException extends IOException {
    private static final long serialVersionUID = 1;

    BadAnswerException(String message) {
        super(message);
    }
}
