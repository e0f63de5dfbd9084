package justhungry.frontend.postcodes;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * A client of a postcodes.io, public or self-hosted: {@code GET /postcodes/{p}/validate}, and for one that does not exist
 * {@code GET /terminated_postcodes/{p}}.
 */
final class PostcodeHttpClient {
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(3);

    /** A valid answer has thirty bytes, or two hundred about a closed postcode. */
    private static final long MAX_BYTES = 4_096;

    /** More than are ever asked at a time, so that a call does not wait in the HTTP client, where it looks slow. */
    private static final int MAX_CALLS = 256;

    /** The longest host, or target of a redirect, that is shown. */
    private static final int MAX_SHOWN = 100;

    /** The part of a question's path before which the service's own path ends. */
    private static final String QUESTIONS = "/postcodes/";

    private final HttpUrl base;
    private final Duration callTimeout;
    private final OkHttpClient client;

    PostcodeHttpClient(HttpUrl base) {
        this(base, CALL_TIMEOUT);
    }

    /** One address of the host that is silent leaves a third of the time for the next one. */
    PostcodeHttpClient(HttpUrl base, Duration callTimeout) {
        this.base = base;
        this.callTimeout = callTimeout;
        var stepTimeout = callTimeout.multipliedBy(2).dividedBy(3);
        var dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(MAX_CALLS);
        dispatcher.setMaxRequestsPerHost(MAX_CALLS);
        this.client = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectTimeout(stepTimeout)
                .readTimeout(stepTimeout)
                .callTimeout(callTimeout)
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
    }

    /** The host of the service, without any secret that its address may carry. */
    String hostAndPort() {
        var host = base.host().length() > MAX_SHOWN ? base.host().substring(0, MAX_SHOWN) + "…" : base.host();
        return base.port() == HttpUrl.defaultPort(base.scheme()) ? host : host + ":" + base.port();
    }

    /** Asks whether a postcode exists; blocks for 3 s at most. */
    boolean exists(String postcode) throws UncheckedPostcodeException {
        var url = base.newBuilder()
                .addPathSegment("postcodes")
                .addPathSegment(postcode)
                .addPathSegment("validate")
                .build();
        var result = result(fetch(url, postcode, callTimeout));
        if (result != null
                && result.isJsonPrimitive()
                && result.getAsJsonPrimitive().isBoolean()) {
            return result.getAsBoolean();
        }
        throw UncheckedPostcodeException.badBody(hostAndPort(), "with JSON that says neither yes nor no");
    }

    /**
     * The year in which a postcode was closed; empty when it never was one, or no answer came within a third of the time
     * for a call: it is worth no long wait, because the postcode is refused with or without it.
     */
    OptionalInt closedIn(String postcode) {
        var url = base.newBuilder()
                .addPathSegment("terminated_postcodes")
                .addPathSegment(postcode)
                .build();
        try {
            return year(result(fetch(url, postcode, callTimeout.dividedBy(3))));
        } catch (UncheckedPostcodeException e) {
            return OptionalInt.empty();
        }
    }

    private static OptionalInt year(@Nullable JsonElement result) {
        var year = result instanceof JsonObject record ? record.get("year_terminated") : null;
        return year != null && year.isJsonPrimitive() && year.getAsString().matches("[0-9]{4}")
                ? OptionalInt.of(Integer.parseInt(year.getAsString()))
                : OptionalInt.empty();
    }

    /** The member {@code result}; null when there is none. */
    private @Nullable JsonElement result(String body) throws UncheckedPostcodeException {
        try {
            var json = JsonParser.parseString(body);
            return json.isJsonObject() ? json.getAsJsonObject().get("result") : null;
        } catch (JsonParseException e) {
            throw UncheckedPostcodeException.badBody(hostAndPort(), "with something that is not JSON");
        }
    }

    /** Waits on a future, because OkHttp's time-outs do not cover the lookup of the host's name. */
    private String fetch(HttpUrl url, String postcode, Duration timeout) throws UncheckedPostcodeException {
        var call = client.newCall(new Request.Builder()
                .url(url)
                .header("User-Agent", "just-hungry")
                .build());
        var answer = new AnswerCallback(postcode);
        call.enqueue(answer);
        try {
            return answer.body.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw UncheckedPostcodeException.unreachable(hostAndPort(), base, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UncheckedPostcodeException.unreachable(hostAndPort(), base, new InterruptedIOException());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UncheckedPostcodeException badAnswer
                    ? badAnswer
                    : UncheckedPostcodeException.unreachable(
                            hostAndPort(), base, e.getCause() instanceof IOException failure ? failure : e);
        } finally {
            call.cancel();
        }
    }

    /** The body of an answer with status 200, when it has come. */
    private final class AnswerCallback implements Callback {
        private final String postcode;
        private final CompletableFuture<String> body = new CompletableFuture<>();

        AnswerCallback(String postcode) {
            this.postcode = postcode;
        }

        @Override
        public void onFailure(Call call, IOException failure) {
            body.completeExceptionally(failure);
        }

        @Override
        public void onResponse(Call call, Response response) {
            try (response) {
                body.complete(read(response));
            } catch (IOException | UncheckedPostcodeException e) {
                body.completeExceptionally(e);
            }
        }

        private String read(Response response) throws IOException, UncheckedPostcodeException {
            if (response.isRedirect()) {
                throw redirected(response, postcode);
            }
            if (response.code() != 200) {
                throw UncheckedPostcodeException.badStatus(hostAndPort(), response.code());
            }
            var source = response.body().source();
            if (source.request(MAX_BYTES + 1)) {
                throw UncheckedPostcodeException.badBody(hostAndPort(), "with more than %d bytes".formatted(MAX_BYTES));
            }
            return source.getBuffer().readString(StandardCharsets.UTF_8);
        }
    }

    private UncheckedPostcodeException redirected(Response redirect, String postcode) {
        var location = redirect.header("Location");
        var address = location == null ? null : redirect.request().url().resolve(location);
        if (address == null) {
            return UncheckedPostcodeException.redirected(hostAndPort(), null);
        }
        var target = bare(address);
        if (isOtherPageOfHost(target)) {
            return UncheckedPostcodeException.redirectedToPage(hostAndPort(), page(target, postcode));
        }
        var service = service(target);
        if (service.equals(service(bare(redirect.request().url())))) {
            return UncheckedPostcodeException.redirectedToItself(hostAndPort());
        }
        boolean canBeShown = service.toString().length() <= MAX_SHOWN && !tells(service, postcode);
        return UncheckedPostcodeException.redirected(hostAndPort(), canBeShown ? service : null);
    }

    /** Whether an address leads to a page of this host that asks for no postcode, as a login does. */
    private boolean isOtherPageOfHost(HttpUrl address) {
        return address.scheme().equals(base.scheme())
                && address.host().equals(base.host())
                && address.port() == base.port()
                && !address.encodedPath().contains(QUESTIONS);
    }

    /** The path of a page, if it can be shown. */
    private static String page(HttpUrl target, String postcode) {
        return tells(target, postcode) || target.encodedPath().length() > MAX_SHOWN
                ? "another page of its own"
                : target.encodedPath();
    }

    /** Whether the path of an address has the postcode in it, in whatever form. */
    private static boolean tells(HttpUrl address, String postcode) {
        return address.pathSegments().stream()
                .map(PostcodeHttpClient::lettersAndDigits)
                .collect(Collectors.joining())
                .contains(lettersAndDigits(postcode));
    }

    /** What is left of a text in capitals, without characters that are encoded, some even twice. */
    private static String lettersAndDigits(String text) {
        return text.replaceAll("%(25)*[0-9A-Fa-f]{2}|[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    }

    /** The service that an address belongs to: without the question's path, which has the postcode. */
    private static HttpUrl service(HttpUrl address) {
        var path = address.encodedPath();
        int question = path.indexOf(QUESTIONS);
        return address.newBuilder()
                .encodedPath(question < 0 ? "/" : path.substring(0, question + 1))
                .build();
    }

    /** An address without what may be a secret: the user, the query, and parameters in the path like {@code ;jsessionid=}. */
    private static HttpUrl bare(HttpUrl address) {
        return address.newBuilder()
                .username("")
                .password("")
                .query(null)
                .fragment(null)
                .encodedPath(address.encodedPath().replaceAll(";[^/]*", ""))
                .build();
    }
}
