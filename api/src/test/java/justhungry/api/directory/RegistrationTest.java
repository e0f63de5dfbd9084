package justhungry.api.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.rmi.MarshalledObject;
import java.util.Base64;
import java.util.UUID;
import justhungry.api.client.Frontend;
import justhungry.api.cluster.Member;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.directory.Registration.FrontendRegistration;
import org.junit.jupiter.api.Test;

/** Registrations of builds before they had a format, and of this one, read by each other. */
class RegistrationTest {
    /** Written by a build whose registrations had no format. */
    private static final String EARLIER_BACKEND = """
            rO0ABXNyADlqdXN0aHVuZ3J5LmFwaS5kaXJlY3RvcnkuUmVnaXN0cmF0aW9uJEJhY2tlbmRSZWdpc3RyYXRpb24AAAAAAAAAAAIA
            B0wAA2FnZXQAIkxqdXN0aHVuZ3J5L2FwaS9kaXJlY3RvcnkvRGF0YUFnZTtMAAdiYWNrZW5kdAAbTGphdmEvcm1pL01hcnNoYWxs
            ZWRPYmplY3Q7TAAHY2x1c3RlcnQAEExqYXZhL3V0aWwvVVVJRDtMAAdjb250cm9scQB+AAJMAAZtZW1iZXJ0AB9ManVzdGh1bmdy
            eS9hcGkvY2x1c3Rlci9NZW1iZXI7TAAHcHJvY2Vzc3EAfgADTAAHcmVwbGljYXEAfgACeHBzcgAganVzdGh1bmdyeS5hcGkuZGly
            ZWN0b3J5LkRhdGFBZ2UAAAAAAAAAAAIABUoADmNvbW1pdHRlZEVwb2NoSgAOY29tbWl0dGVkSW5kZXhKAAlsYXN0RXBvY2hKAAls
            YXN0SW5kZXhKAAZzdGFydHN4cAAAAAAAAAAKAAAAAAAAAAsAAAAAAAAACAAAAAAAAAAJAAAAAAAAAAdzcgAZamF2YS5ybWkuTWFy
            c2hhbGxlZE9iamVjdHy9HpftY/w+AgADSQAEaGFzaFsACGxvY0J5dGVzdAACW0JbAAhvYmpCeXRlc3EAfgAJeHAAAAANcHBzcgAO
            amF2YS51dGlsLlVVSUS8mQP3mG2FLwIAAkoADGxlYXN0U2lnQml0c0oAC21vc3RTaWdCaXRzeHAAAAAAAAAABgAAAAAAAAAFc3EA
            fgAIAAAADXBwc3IAHWp1c3RodW5ncnkuYXBpLmNsdXN0ZXIuTWVtYmVyAAAAAAAAAAACAAJMAAtpbmNhcm5hdGlvbnEAfgADTAAE
            bmFtZXQAEkxqYXZhL2xhbmcvU3RyaW5nO3hwc3EAfgALAAAAAAAAAAIAAAAAAAAAAXQAB3NlcnZlcjFzcQB+AAsAAAAAAAAABAAA
            AAAAAAADc3EAfgAIAAAADXBw
            """;

    private static final String EARLIER_FRONTEND = """
            rO0ABXNyADpqdXN0aHVuZ3J5LmFwaS5kaXJlY3RvcnkuUmVnaXN0cmF0aW9uJEZyb250ZW5kUmVnaXN0cmF0aW9uAAAAAAAAAAAC
            AANMAAhmcm9udGVuZHQAG0xqYXZhL3JtaS9NYXJzaGFsbGVkT2JqZWN0O0wABG5hbWV0ABJMamF2YS9sYW5nL1N0cmluZztMAAdw
            cm9jZXNzdAAQTGphdmEvdXRpbC9VVUlEO3hwc3IAGWphdmEucm1pLk1hcnNoYWxsZWRPYmplY3R8vR6X7WP8PgIAA0kABGhhc2hb
            AAhsb2NCeXRlc3QAAltCWwAIb2JqQnl0ZXNxAH4ABnhwAAAADXBwdAAJZnJvbnRlbmQxc3IADmphdmEudXRpbC5VVUlEvJkD95ht
            hS8CAAJKAAxsZWFzdFNpZ0JpdHNKAAttb3N0U2lnQml0c3hwAAAAAAAAAA0AAAAAAAAADA==
            """;

    /** The record of that build. */
    private record EarlierRegistration(String name, UUID process, MarshalledObject<Frontend> frontend)
            implements Serializable {}

    @Test
    void anEarlierRegistrationIsReadWithFormat0() throws Exception {
        assertThat(read(Base64.getMimeDecoder().decode(EARLIER_BACKEND)))
                .isEqualTo(new BackendRegistration(
                        new Member("server1", new UUID(1, 2)),
                        new UUID(3, 4),
                        new UUID(5, 6),
                        new DataAge(7, 8, 9, 10, 11),
                        new MarshalledObject<>(null),
                        new MarshalledObject<>(null),
                        new MarshalledObject<>(null),
                        0));
        assertThat(read(Base64.getMimeDecoder().decode(EARLIER_FRONTEND)))
                .isEqualTo(new FrontendRegistration("frontend1", new UUID(12, 13), new MarshalledObject<>(null), 0));
    }

    @Test
    void anEarlierBuildSkipsTheFormat() throws Exception {
        var registration = new FrontendRegistration("frontend1", new UUID(12, 13), new MarshalledObject<>(null), 7);

        assertThat(read(renamed(written(registration), FrontendRegistration.class, EarlierRegistration.class)))
                .isEqualTo(new EarlierRegistration("frontend1", new UUID(12, 13), new MarshalledObject<>(null)));
        assertThat(read(written(registration))).isEqualTo(registration);
    }

    private static byte[] written(Serializable value) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }

    private static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return in.readObject();
        }
    }

    /** The same bytes, as those of an object of another class. */
    private static byte[] renamed(byte[] bytes, Class<?> from, Class<?> to) throws IOException {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(text).containsOnlyOnce(nameInBytes(from));
        return text.replace(nameInBytes(from), nameInBytes(to)).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A class's name as serialization writes it: its length, then its letters. */
    private static String nameInBytes(Class<?> type) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new DataOutputStream(bytes).writeUTF(type.getName());
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
