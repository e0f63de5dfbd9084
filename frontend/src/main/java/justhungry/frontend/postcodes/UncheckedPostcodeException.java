package justhungry.frontend.postcodes;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** A question that the service has not answered; the message says what happened, without the postcode. */
final class UncheckedPostcodeException extends Exception {
    private static final long serialVersionUID = 1;

    private static final String TRANSIENT =
            "Try again in a moment; without internet, start the front end with --postcodes offline";

    /** The kinds of questions without an answer. */
    enum Kind {
        /** The service gave no answer at all. */
        UNREACHABLE,
        /** The service answered something that is neither yes nor no. */
        BAD_ANSWER,
        /** Too many other questions are under way: the service was not asked. */
        BUSY
    }

    private final Kind kind;

    /** What only a change of the front end's options mends; null when it may pass by itself. */
    private final @Nullable String remedy;

    private UncheckedPostcodeException(Kind kind, String message, @Nullable String remedy, @Nullable Exception cause) {
        super(message, cause);
        this.kind = kind;
        this.remedy = remedy;
    }

    static UncheckedPostcodeException busy() {
        return new UncheckedPostcodeException(
                Kind.BUSY, "too many other postcodes are being checked", "Try again in a moment", null);
    }

    /** An answer with status 200 that is none to the question. */
    static UncheckedPostcodeException badBody(String host, String what) {
        return new UncheckedPostcodeException(Kind.BAD_ANSWER, "%s answered %s".formatted(host, what), null, null);
    }

    /** An answer with another HTTP status: 4xx means that the question went to the wrong place, but for two. */
    static UncheckedPostcodeException badStatus(String host, int status) {
        boolean wrongPlace = status / 100 == 4 && status != 408 && status != 429;
        return new UncheckedPostcodeException(
                Kind.BAD_ANSWER,
                "%s answered with HTTP status %d".formatted(host, status),
                wrongPlace
                        ? "Start the front end with a --postcodes-url that is the address of postcodes.io, or of your own copy of it, without"
                                + " /postcodes"
                        : null,
                null);
    }

    /** @param target the service at which the redirect leads, without any postcode */
    static UncheckedPostcodeException redirected(String host, @Nullable HttpUrl target) {
        return target == null
                ? badBody(host, "with a redirect")
                : new UncheckedPostcodeException(
                        Kind.BAD_ANSWER,
                        "%s redirects to %s".formatted(host, target),
                        "If that is the right service, start the front end with it as --postcodes-url",
                        null);
    }

    /** A redirect to the same question again: to follow it would lead to the same answer. */
    static UncheckedPostcodeException redirectedToItself(String host) {
        return redirectedToPage(host, "itself");
    }

    /**
     * A redirect to a page of the same host that asks for no postcode, as a login does.
     *
     * @param page its path, or words for it, without any postcode
     */
    static UncheckedPostcodeException redirectedToPage(String host, String page) {
        return new UncheckedPostcodeException(
                Kind.BAD_ANSWER,
                "%s redirects to %s".formatted(host, page),
                "Start the front end with a --postcodes-url that is the address of postcodes.io, or of your own copy of it, or with"
                        + " --postcodes offline",
                null);
    }

    /** @param service its base address */
    static UncheckedPostcodeException unreachable(String host, HttpUrl service, Exception failure) {
        return new UncheckedPostcodeException(
                Kind.UNREACHABLE, description(host, failure), remedy(service, failure), failure);
    }

    private static String description(String host, Exception failure) {
        if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
            return host + " cannot be reached";
        }
        if (failure instanceof UnknownHostException) {
            return "%s cannot be reached: no such host is known here".formatted(host);
        }
        if (failure instanceof TimeoutException || failure instanceof InterruptedIOException) {
            return "%s gave no answer in time".formatted(host);
        }
        if (failure instanceof SSLException) {
            return isAboutCertificate(failure)
                    ? "%s has no certificate that is accepted here".formatted(host)
                    : host + " does not speak https";
        }
        return failure instanceof ProtocolException
                ? host + " does not speak http"
                : "%s broke off without an answer".formatted(host);
    }

    private static @Nullable String remedy(HttpUrl service, Exception failure) {
        if (failure instanceof SSLException && !isAboutCertificate(failure)) {
            return "Start the front end with a --postcodes-url that begins with http:";
        }
        return failure instanceof ProtocolException && !service.isHttps()
                ? "Start the front end with a --postcodes-url that begins with https:"
                : null;
    }

    private static boolean isAboutCertificate(Exception failure) {
        return failure instanceof SSLPeerUnverifiedException
                || Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
                        .anyMatch(cause -> cause instanceof GeneralSecurityException);
    }

    Kind kind() {
        return kind;
    }

    /** What happened and what to do, for the log and the status. */
    String forOperator() {
        return remedy == null ? getMessage() : "%s. %s".formatted(getMessage(), remedy);
    }

    /** What happened and what to do, for a person whose postcode was not checked. */
    PostcodeResult.Unchecked result() {
        return new PostcodeResult.Unchecked("the postcode could not be checked: %s. %s"
                .formatted(getMessage(), remedy == null ? TRANSIENT : remedy));
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
