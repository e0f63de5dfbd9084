package justhungry.backend.replication;

import java.util.Optional;

/** The application's judgement of the payload of an entry, which replication never reads. */
public interface PayloadCheck {
    /** Why this version cannot read a payload, and the one that is needed, in words; empty when this one can. */
    Optional<String> neededVersion(byte[] payload);
}
