package justhungry.frontend.postcodes;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;

/** A client of a postcodes.io, public or self-hosted: {@code GET /postcodes/{p}/validate}, with a cache of its answers. */
final class PostcodeService {
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(3);

    /** A valid answer has about thirty bytes. */
    private static final long MAX_BYTES = 4_096;

    private static final int MAX_CACHED = 10_000;

    private final HttpUrl base;
    private final Duration callTimeout;
    private final OkHttpClient client;
    private final AnswerCache cache = new AnswerCache(MAX_CACHED);

    PostcodeService(HttpUrl base) {
        this(base, CALL_TIMEOUT);
    }

    /** One address of the host that is silent leaves a third of the time for the next one. */
    PostcodeService(HttpUrl base, Duration callTimeout) {
        this.base = base;
        this.callTimeout = callTimeout;
        var stepTimeout = callTimeout.multipliedBy(2).dividedBy(3);
        this.client = new OkHttpClient.Builder()
                .connectTimeout(stepTimeout)
                .readTimeout(stepTimeout)
                .callTimeout(callTimeout)
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
    }

    /** The host of the service, without any secret that its address may carry. */
    String hostAndPort() {
        return base.port() == HttpUrl.defaultPort(base.scheme()) ? base.host() : base.host() + ":" + base.port();
    }

    /**
     * Asks whether the postcode exists, unless the cache knows.
     *
     * @throws IOException when no answer came: the service cannot be reached
     */
    PostcodeResult query(String postcode) throws IOException {
        var key = PostcodeFormat.normal(postcode);
        try {
            return result(postcode, exists(key));
        } catch (BadAnswerException e) {
            return new PostcodeResult.Unchecked(
                    "the postcode could not be checked: %s answered %s. Try again in a moment; to do without it, start the front end with --postcodes offline"
                            .formatted(hostAndPort(), e.getMessage()));
        }
    }

    private PostcodeResult result(String postcode, boolean exists) {
        return exists
                ? new PostcodeResult.Accepted()
                : new PostcodeResult.NoSuchPostcode(
                        "there is no postcode '%s'; check it and type it again, like DH1 3LE".formatted(postcode));
    }

    private boolean exists(String key) throws IOException {
        Optional<Boolean> known = cache.get(key);
        if (known.isPresent()) {
            return known.get();
        }
        boolean exists = !isPathOfDots(key) && parse(fetch(key));
        cache.put(key, exists);
        return exists;
    }

    /** A path segment of one or two dots means a folder: the service would not get it as a postcode. */
    private static boolean isPathOfDots(String key) {
        return key.equals(".") || key.equals("..");
    }

    /** Waits on a future, because OkHttp's time-outs do not cover the lookup of the host's name. */
    private String fetch(String key) throws IOException {
        var url = base.newBuilder()
                .addPathSegment("postcodes")
                .addPathSegment(key)
                .addPathSegment("validate")
                .build();
        var call = client.newCall(new Request.Builder().url(url).build());
        var answer = new AnswerCallback();
        call.enqueue(answer);
        try {
            return answer.body.get(callTimeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no answer within " + callTimeout, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e);
        } finally {
            call.cancel();
        }
    }

    /** {@code {"status":200,"result":true}} or false; anything else is not an answer. */
    private static boolean parse(String body) throws BadAnswerException {
        try {
            var json = JsonParser.parseString(body);
            JsonElement result = json.isJsonObject() ? json.getAsJsonObject().get("result") : null;
            if (result != null
                    && result.isJsonPrimitive()
                    && result.getAsJsonPrimitive().isBoolean()) {
                return result.getAsBoolean();
            }
        } catch (JsonParseException e) {
            throw new BadAnswerException("with something that is not JSON");
        }
        throw new BadAnswerException("with JSON that says neither yes nor no");
    }

    /** The body of an answer with status 200, when it has come. */
    private static final class AnswerCallback implements Callback {
        private final CompletableFuture<String> body = new CompletableFuture<>();

        @Override
        public void onFailure(Call call, IOException failure) {
            body.completeExceptionally(failure);
        }

        @Override
        public void onResponse(Call call, Response response) {
            try (response) {
                body.complete(read(response));
            } catch (IOException e) {
                body.completeExceptionally(e);
            }
        }

        private static String read(Response response) throws IOException {
            if (response.code() != 200) {
                throw new BadAnswerException("with HTTP status %d".formatted(response.code()));
            }
            var source = response.body().source();
            if (source.request(MAX_BYTES + 1)) {
                throw new BadAnswerException("with more than %d bytes".formatted(MAX_BYTES));
            }
            Buffer whole = source.getBuffer();
            return whole.readString(StandardCharsets.UTF_8);
        }
    }
}
