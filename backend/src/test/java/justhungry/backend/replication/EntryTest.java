package justhungry.backend.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import justhungry.api.codec.Limits;
import org.junit.jupiter.api.Test;

class EntryTest {
    @Test
    void readsWhatItWrote() {
        var entry = Entry.of(7, 3, 42, new byte[] {1, 2, 3});

        var read = Entry.decode(entry.bytes());

        assertThat(read.index()).isEqualTo(7);
        assertThat(read.epoch()).isEqualTo(3);
        assertThat(read.previousChecksum()).isEqualTo(42);
        assertThat(read.payload()).containsExactly(1, 2, 3);
        assertThat(read).hasToString("entry 7 of epoch 3, 27 bytes");
    }

    @Test
    void everyFlippedBitIsNoticed() {
        var bytes = Entry.of(7, 3, 42, new byte[] {1, 2, 3}).bytes();
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            var damaged = bytes.clone();
            damaged[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThatThrownBy(() -> Entry.decode(damaged)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theShortestAndTheLongestAreEntries_andNothingBeyondThem() {
        int header = Entry.of(7, 3, 42, new byte[0]).bytes().length;
        var longest = Entry.of(7, 3, 42, new byte[Limits.ENTRY_BYTES - header]).bytes();
        var tooLong =
                Entry.of(7, 3, 42, new byte[Limits.ENTRY_BYTES - header + 1]).bytes();

        assertThat(Entry.decode(Entry.of(7, 3, 42, new byte[0]).bytes()).payload())
                .isEmpty();
        assertThat(Entry.decode(longest).bytes()).isEqualTo(longest);
        assertThatThrownBy(() -> Entry.decode(new byte[header - 1])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Entry.decode(tooLong)).isInstanceOf(IllegalArgumentException.class);
    }
}
