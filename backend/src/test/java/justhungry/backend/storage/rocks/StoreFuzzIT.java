package justhungry.backend.storage.rocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import justhungry.backend.storage.InMemoryStore;
import justhungry.backend.storage.Store;
import justhungry.backend.storage.StoreContents;
import justhungry.backend.storage.StoreDamagedException;
import justhungry.backend.storage.WrongStoreException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Damage at bytes all over every file of a store. {@code -Dfuzz.cases=N} takes about so many of them, and each one when
 * that is enough, {@code -Dfuzz.seed=N} others.
 */
final class StoreFuzzIT {
    private static final int CASES = Integer.getInteger("fuzz.cases", 30);
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final int ENTRIES = 18;

    @TempDir
    private static Path folder;

    private static CrashImage image;
    private static StoreContents contents;

    @TempDir
    private Path fresh;

    private CrashImage copy;

    /** Makes a store with compacted entries, entries in files, and entries in the write-ahead log only. */
    @BeforeAll
    static void makeAStore() throws IOException {
        RocksStore.open(folder.resolve("native-library"), "server1").store().close();
        var directory = folder.resolve("server1");
        try (var store = RocksStore.open(directory, "server1").store()) {
            store.joinCluster(new UUID(7, 7));
            store.log().saveEpoch(2);
            StoreContents.order(store, 2, ENTRIES / 2);
            store.log().compactThrough(4);
        }
        try (var store = RocksStore.open(directory, "server1").store()) {
            StoreContents.order(store, 2, ENTRIES / 2);
            contents = StoreContents.of(store);
            image = CrashImage.of(directory, folder.resolve("image"));
        }
    }

    @BeforeEach
    void copyTheImage() throws IOException {
        copy = image.copyTo(fresh);
    }

    @ParameterizedTest
    @MethodSource("damages")
    void whenAByteIsNotWhatItWas_thenTheStoreIsWholeOrBeginsEmpty(ByteDamage damage) throws IOException {
        damage.change(copy);

        assertOpens(found -> assertThat(found).isEqualTo(contents));
    }

    @ParameterizedTest
    @MethodSource("fewDamages")
    void whenAFileEndsTooEarly_thenAnEarlierMomentIsWholeOrTheStoreBeginsEmpty(ByteDamage damage) throws IOException {
        damage.cut(copy);

        assertOpens(StoreFuzzIT::assertWasSo);
    }

    @ParameterizedTest
    @MethodSource("fewDamages")
    void whenADamagedStoreIsOnlyLookedAt_thenItIsWholeOrRefusedAndNotSetAside(ByteDamage damage) throws IOException {
        damage.change(copy);

        try (var store = RocksStore.openExisting(copy.directory(), "server1")) {
            assertThat(StoreContents.of(store)).isEqualTo(contents);
        } catch (WrongStoreException | StoreDamagedException e) {
            assertThat(e.getMessage()).doesNotContain("\n");
        }
        assertThat(copy.database()).exists();
        assertThat(copy.identity()).exists();
    }

    static List<ByteDamage> damages() throws IOException {
        return ByteDamage.all(image, CASES, new Random(SEED));
    }

    static List<ByteDamage> fewDamages() throws IOException {
        return ByteDamage.all(image, CASES / 2, new Random(SEED));
    }

    private interface Look {
        void at(StoreContents found);
    }

    /** Damage that is found while reading ends the process; the next start must detect it. */
    private void assertOpens(Look look) {
        var opened = copy.open();
        try (var store = opened.store()) {
            if (opened.warning().isEmpty()) {
                look.at(StoreContents.of(store));
                return;
            }
            assertEmptyAndNew(opened.warning().get(), store);
        } catch (StoreDamagedException e) {
            assertBeginsEmpty();
        }
    }

    private void assertBeginsEmpty() {
        var opened = copy.open();
        try (var store = opened.store()) {
            assertEmptyAndNew(opened.warning().orElse(""), store);
        }
    }

    private void assertEmptyAndNew(String warning, Store store) {
        assertThat(warning)
                .contains(copy.directory().toString(), "starts empty, as a new incarnation")
                .doesNotContain("\n");
        assertThat(store.member()).isNotEqualTo(contents.member());
        assertThat(store.log().lastIndex()).isZero();
        assertThat(StoreContents.rowsOf(store)).isEmpty();
    }

    /** Requires the contents to be those after some entry: a log without a gap, and the state of its applied index. */
    private static void assertWasSo(StoreContents found) {
        try (var never = new InMemoryStore("server1")) {
            StoreContents.order(never, 2, ENTRIES);
            int from = (int) found.firstIndex() - 1;
            assertThat(found.entries())
                    .isEqualTo(StoreContents.of(never)
                            .entries()
                            .subList(from, from + found.entries().size()));
        }
        try (var then = new InMemoryStore("server1")) {
            StoreContents.order(then, 2, (int) found.appliedIndex());
            assertThat(found.rows()).isEqualTo(StoreContents.of(then).rows());
        }
        assertThat(found.member()).isEqualTo(contents.member());
    }
}
