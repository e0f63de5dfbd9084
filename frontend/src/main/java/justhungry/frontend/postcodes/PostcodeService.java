package justhungry.frontend.postcodes;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import okhttp3.HttpUrl;

/** A postcodes.io with a cache of its answers. Its questions take 6 s at most: 2 s for a turn, 3 s and 1 s for two calls. */
final class PostcodeService {
    private static final int MAX_ASKED = 32;
    private static final int MAX_WAITING = 200;
    private static final Duration TURN_TIMEOUT = Duration.ofSeconds(2);
    private static final int MAX_CACHED = 10_000;

    /** A postcode that a probe asks for: nobody's in particular. */
    private static final String PROBED = "SW1A1AA";

    private final PostcodeHttpClient http;
    private final InstantSource clock;
    private final ServiceHealth health;

    /** What becomes of postcodes while the service cannot be reached. */
    private final String consequence;

    private final AnswerCache cache = new AnswerCache(MAX_CACHED);
    private final SharedQuestions questions;

    /** @param clock the clock of the answers' age; it must not jump, as the time of day does */
    PostcodeService(HttpUrl base, InstantSource clock, Consumer<String> log, String consequence) {
        this(
                new PostcodeHttpClient(base),
                clock,
                log,
                consequence,
                new SharedQuestions(MAX_ASKED, MAX_WAITING, TURN_TIMEOUT));
    }

    PostcodeService(
            PostcodeHttpClient http,
            InstantSource clock,
            Consumer<String> log,
            String consequence,
            SharedQuestions questions) {
        this.http = http;
        this.clock = clock;
        this.health = new ServiceHealth(http.hostAndPort(), clock, log);
        this.consequence = consequence;
        this.questions = questions;
    }

    /** Asks about a postcode, unless the cache knows. */
    ServiceAnswer query(String postcode) throws UncheckedPostcodeException {
        var key = PostcodeFormat.normal(postcode);
        var known = cache.fresh(key, clock.instant());
        return known.isPresent() ? known.get() : questions.answer(key, () -> ask(key));
    }

    /** The service's last answer about a postcode, however old: of use while the service does not answer. */
    Optional<ServiceAnswer> lastAnswer(String postcode) {
        return cache.latest(PostcodeFormat.normal(postcode));
    }

    /** Asks about some postcode, to find out if the service answers. */
    void probe() throws UncheckedPostcodeException {
        exists(PROBED);
    }

    /** An equal question may have been answered since the cache was looked at. */
    private ServiceAnswer ask(String key) throws UncheckedPostcodeException {
        var known = cache.fresh(key, clock.instant());
        if (known.isPresent()) {
            return known.get();
        }
        var answer = isPathOfDots(key) ? ServiceAnswer.UNKNOWN : answer(key);
        cache.put(key, answer, clock.instant());
        return answer;
    }

    private ServiceAnswer answer(String key) throws UncheckedPostcodeException {
        if (exists(key)) {
            return ServiceAnswer.EXISTS;
        }
        return new ServiceAnswer(false, PostcodeFormat.matches(key) ? http.closedIn(key) : OptionalInt.empty());
    }

    private boolean exists(String key) throws UncheckedPostcodeException {
        try {
            boolean exists = http.exists(key);
            health.onAnswer();
            return exists;
        } catch (UncheckedPostcodeException e) {
            health.onFailure(
                    e,
                    e.kind() == UncheckedPostcodeException.Kind.UNREACHABLE
                            ? consequence
                            : OnlinePostcodeChecker.CONSEQUENCE);
            throw e;
        }
    }

    /** A path segment that is empty, or of one or two dots, means a folder: the service would not get it as a postcode. */
    private static boolean isPathOfDots(String key) {
        return key.isEmpty() || key.equals(".") || key.equals("..");
    }

    /** The service's last answer or failure, in words for a person. */
    String describe() {
        return health.describe();
    }
}
