package justhungry.frontend.postcodes;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/** A small postcodes.io: every postcode exists but those that it is told about. */
final class FakePostcodesIo extends Dispatcher {
    /** The ways in which it answers. */
    enum Mode {
        WELL,
        SLOWLY,
        BROKEN,
        CUT_OFF
    }

    private static final int CLOSED_YEAR_UNKNOWN = 0;

    private final Map<String, Integer> closed = new ConcurrentHashMap<>();
    private volatile Mode mode = Mode.WELL;

    FakePostcodesIo unknown(String postcode) {
        closed.put(postcode, CLOSED_YEAR_UNKNOWN);
        return this;
    }

    FakePostcodesIo closed(String postcode, int year) {
        closed.put(postcode, year);
        return this;
    }

    FakePostcodesIo opened(String postcode) {
        closed.remove(postcode);
        return this;
    }

    void becomes(Mode next) {
        mode = next;
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        return switch (mode) {
            case WELL -> answer(request).build();
            case SLOWLY ->
                answer(request).headersDelay(800, TimeUnit.MILLISECONDS).build();
            case BROKEN -> new MockResponse.Builder().code(500).build();
            case CUT_OFF ->
                new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build();
        };
    }

    private MockResponse.Builder answer(RecordedRequest request) {
        List<String> path = request.getUrl().pathSegments();
        int kind = path.indexOf("postcodes") + path.indexOf("terminated_postcodes") + 1;
        var postcode = path.get(kind + 1);
        return path.get(kind).equals("postcodes") ? validated(postcode) : terminated(postcode);
    }

    private MockResponse.Builder validated(String postcode) {
        return new MockResponse.Builder()
                .body("{\"status\":200,\"result\":%s}".formatted(!closed.containsKey(postcode)));
    }

    private MockResponse.Builder terminated(String postcode) {
        int year = closed.getOrDefault(postcode, CLOSED_YEAR_UNKNOWN);
        return year == CLOSED_YEAR_UNKNOWN
                ? new MockResponse.Builder()
                        .code(404)
                        .body("{\"status\":404,\"error\":\"Terminated postcode not found\"}")
                : new MockResponse.Builder()
                        .body(
                                "{\"status\":200,\"result\":{\"postcode\":\"%s\",\"year_terminated\":%d,\"month_terminated\":6}}"
                                        .formatted(postcode, year));
    }
}
