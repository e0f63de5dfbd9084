package justhungry.benchmarks.peer;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The order that each peer keeps, with the reply to it: the same one for all, and as large as ours. */
final class PeerOrder {
    /** Name, address and three lines. */
    private static final String TEXT = """
            {"name":"Ada Lovelace","phone":"020-7946-0000","postcode":"DH1 3LE","address":"1 Palace Green",\
            "delivery":"NEXT_DAY","lines":[["banana",1,55],["apple",1,199],["bread",1,225]],"total":479}""";

    static final byte[] ORDER = bytes(TEXT);

    private PeerOrder() {}

    /** The reply that is kept for a client, so that an order sent again is answered and not placed again. */
    static byte[] reply(long sequence) {
        return bytes("{\"sequence\":%d,\"placed\":%d,\"total\":479}".formatted(sequence, sequence));
    }

    /** The name of a new client. */
    static String client() {
        return UUID.randomUUID().toString();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
