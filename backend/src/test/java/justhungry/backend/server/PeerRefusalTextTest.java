package justhungry.backend.server;

import static org.assertj.core.api.Assertions.assertThat;

import justhungry.api.replication.AppendResponse;
import org.junit.jupiter.api.Test;

/** The words of every answer of another back end: none is logged as a record. */
class PeerRefusalTextTest {
    @Test
    void aRefusalSaysWhy() {
        assertThat(PeerRefusalText.of(new AppendResponse.StaleEpoch(3))).hasValue("it has already seen epoch 3");
        assertThat(PeerRefusalText.of(new AppendResponse.LogMismatch(7))).hasValue("its log does not match");
        assertThat(PeerRefusalText.of(new AppendResponse.NotFollowed("a message from server9")))
                .hasValue("a message from server9");
        assertThat(PeerRefusalText.of(new AppendResponse.NewerVersionNeeded("the snapshot, format 2")))
                .hasValue("the snapshot, format 2");
        assertThat(PeerRefusalText.of(new AppendResponse.ChunkRejected("the chunk is late")))
                .hasValue("the chunk is late");
    }

    @Test
    void whatWasTakenHasNoReason() {
        assertThat(PeerRefusalText.of(new AppendResponse.Acknowledged(7, 7))).isEmpty();
        assertThat(PeerRefusalText.of(new AppendResponse.ChunkAccepted())).isEmpty();
    }
}
