package justhungry.backend.replication;

import java.util.Optional;

/** The application's judgement of the payload of an entry, which replication never reads. */
public interface PayloadCheck {
    /** The version that is needed to read a payload, in words; empty when this one can. */
    Optional<String> neededVersion(byte[] payload);
}
