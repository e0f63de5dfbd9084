package justhungry.backend.storage.rocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import justhungry.backend.storage.EntryChain;
import justhungry.backend.storage.LogPosition;
import justhungry.backend.storage.Store;
import justhungry.backend.storage.StoreContents;
import justhungry.backend.storage.StoreDamagedException;
import justhungry.backend.storage.WrongStoreException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A store that is not what it was is recognised: it is set aside, and an empty one of a new incarnation takes over. */
final class RocksStoreDamageIT {
    @TempDir
    private static Path folder;

    /** Crash images of one store: with 20 entries, with 60, and with 1,300. */
    private static CrashImage early;

    private static CrashImage image;
    private static CrashImage late;
    private static StoreContents contents;

    private CrashImage copy;

    /** Makes a store whose beginning is flushed to files, and whose end is in the write-ahead log only. */
    @BeforeAll
    static void makeAStore() throws IOException {
        var directory = folder.resolve("server1");
        try (var store = RocksStore.open(directory, "server1").store()) {
            store.joinCluster(new UUID(7, 7));
            store.log().saveEpoch(2);
            StoreContents.order(store, 2, 40);
            store.log().compactThrough(10);
            early = CrashImage.of(directory, folder.resolve("early"));
        }
        try (var store = RocksStore.open(directory, "server1").store()) {
            StoreContents.order(store, 2, 20);
            contents = StoreContents.of(store);
            image = CrashImage.of(directory, folder.resolve("image"));
            store.log().append(EntryChain.after(store.log()).next(2, 1_240, 20));
            late = CrashImage.of(directory, folder.resolve("late"));
        }
        assertThat(image.files("*.sst")).isNotEmpty();
        assertThat(Files.size(image.lastLog())).isPositive();
    }

    @BeforeEach
    void copyTheImage() throws IOException {
        copy = image.copyTo(folder.resolve("copy-" + UUID.randomUUID()));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("flips")
    void aFlippedBitIsRecognisedOrChangesNothing(String files, long seed) throws IOException {
        flip(copy, files, new Random(seed));

        assertEqualOrRecognised(copy);
    }

    static Stream<Arguments> flips() {
        return Stream.of(flips("*.log", 30), flips("*.sst", 40), flips("{MANIFEST-*,CURRENT}", 20), flips("*", 20))
                .flatMap(all -> all);
    }

    private static Stream<Arguments> flips(String files, int seeds) {
        return IntStream.range(0, seeds).mapToObj(seed -> Arguments.of(files, seed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*.log", "*.sst", "MANIFEST-*", "CURRENT"})
    void aFileOfTheDatabaseThatIsGoneIsRecognised(String files) throws IOException {
        // Without the log, the database is older: the identity file names an entry that it lacks.
        var gone = files.equals("*.log") ? late.copyTo(folder.resolve("late-without-log")) : copy;
        for (var file : gone.files(files)) {
            Files.delete(file);
        }

        assertRecognised(gone);
    }

    /** After 1,000ths of its length: where a record ends, RocksDB sees nothing wrong, and may open without some files. */
    @ParameterizedTest
    @ValueSource(ints = {1, 500, 850, 999})
    void aManifestThatEndsTooEarlyIsRecognised(int thousandths) throws IOException {
        var known = StoreIdentity.decode(Files.readAllBytes(copy.identity())).manifest();
        var left = Math.toIntExact(known.bytes() * thousandths / 1_000);
        var manifest = copy.database().resolve(known.file());
        Files.write(manifest, Arrays.copyOf(Files.readAllBytes(manifest), left));

        var opened = copy.open();
        opened.store().close();

        assertThat(opened.warning().orElseThrow())
                .contains("%s has %d bytes, it had %d".formatted(known.file(), left, known.bytes()));
    }

    @Test
    void whatWasSetAsideIsKeptWhole_andSaidWhere() throws IOException {
        for (var file : copy.files("*.sst")) { // one of them may be obsolete
            Files.delete(file);
        }
        var left = Files.readAllBytes(copy.lastLog());

        var opened = copy.open();

        try (var store = opened.store()) {
            assertEmptyAndNew(store);
            var kept = copy.directory().resolve("database.damaged-1");
            assertThat(opened.warning())
                    .hasValueSatisfying(text -> assertThat(text)
                            .contains(
                                    kept.toString(),
                                    "new incarnation",
                                    store.member().toString()));
            assertThat(kept.resolve(image.lastLog().getFileName())).hasBinaryContent(left);
            assertThat(copy.directory().resolve("identity.damaged-1")).exists();
        }
        try (var again = copy.open().store()) {
            assertThat(again.log().lastIndex()).isZero();
        }
    }

    @Test
    void onlyAFewDamagedDatabasesAreKept() throws IOException {
        for (int damage = 1; damage <= 5; damage++) {
            copy.open().store().close();
            Files.delete(copy.identity());
            copy.open().store().close();
        }

        assertThat(names(copy.directory()).filter(name -> name.startsWith("database.damaged-")))
                .containsExactlyInAnyOrder("database.damaged-3", "database.damaged-4", "database.damaged-5");
        assertThat(names(copy.directory()).filter(name -> name.startsWith("identity.damaged-")))
                .isEmpty();
    }

    @Test
    void aDeletedDatabaseIsRecognised() throws IOException {
        Files.move(copy.database(), folder.resolve("gone-" + UUID.randomUUID()));

        assertRecognised(copy);
    }

    @Test
    void aDeletedIdentityFileIsRecognised() throws IOException {
        Files.delete(copy.identity());

        assertRecognised(copy);
    }

    @Test
    void anEmptiedDirectoryIsANewStoreWithoutAWarning() throws IOException {
        Files.move(copy.database(), folder.resolve("gone-" + UUID.randomUUID()));
        Files.delete(copy.identity());

        var opened = copy.open();

        assertThat(opened.warning()).isEmpty();
        try (var store = opened.store()) {
            assertEmptyAndNew(store);
        }
    }

    @Test
    void aStartThatWasKilledBeforeThereWasADatabaseLosesNothing_andDoesNotWarn() throws IOException {
        var directory = folder.resolve("begun");
        RocksStore.open(directory, "server1").store().close();
        Files.move(directory.resolve("database"), folder.resolve("gone-" + UUID.randomUUID()));

        var opened = RocksStore.open(directory, "server1");

        assertThat(opened.warning()).isEmpty();
        opened.store().close();
    }

    /** However far it had come: nothing was ever stored there, so there is no damage, and nothing to keep. */
    @ParameterizedTest
    @ValueSource(strings = {"*", "CURRENT", "MANIFEST-*", "*.log"})
    void aFirstStartThatWasKilledWhileItMadeTheDatabaseLosesNothing_andDoesNotWarn(String missing) throws IOException {
        var directory = folder.resolve("begun-" + UUID.randomUUID());
        RocksStore.open(directory, "server1").store().close();
        var identity = directory.resolve("identity");
        var begun = StoreIdentity.of(
                StoreIdentity.decode(Files.readAllBytes(identity)).member());
        Files.write(identity, begun.encode());
        try (var files = Files.newDirectoryStream(directory.resolve("database"), missing)) {
            for (var file : files) {
                Files.delete(file);
            }
        }

        assertThatThrownBy(() -> RocksStore.openExisting(directory, "server1"))
                .isInstanceOf(WrongStoreException.class)
                .hasMessageContaining("its first start did not finish");

        var opened = RocksStore.open(directory, "server1");
        assertThat(opened.warning()).isEmpty();
        try (var store = opened.store()) {
            assertEmptyAndNew(store);
        }
        assertThat(names(directory)).noneMatch(name -> name.contains("damaged"));
        RocksStore.open(directory, "server1").store().close();
    }

    @ParameterizedTest
    @MethodSource("identityBytes")
    void aFlippedBitInTheIdentityFileIsRecognised(int at) throws IOException {
        var bytes = Files.readAllBytes(copy.identity());
        bytes[at % bytes.length] ^= 4;
        Files.write(copy.identity(), bytes);

        assertRecognised(copy);
    }

    static IntStream identityBytes() {
        return new Random(5).ints(12, 0, 1_000);
    }

    @Test
    void anEmptyIdentityFileIsRecognised() throws IOException {
        Files.write(copy.identity(), new byte[0]);

        assertRecognised(copy);
    }

    @Test
    void anotherIncarnationsDatabaseIsRecognised() throws IOException {
        var foreign = folder.resolve("foreign");
        RocksStore.open(foreign, "server1").store().close();
        Files.copy(foreign.resolve("identity"), replaced(copy.identity()));

        assertRecognised(copy);
    }

    @Test
    void anotherClustersDatabaseIsRecognised() throws IOException {
        rewriteIdentity(
                StoreIdentity.decode(Files.readAllBytes(copy.identity())).withCluster(new UUID(8, 8)));

        assertRecognised(copy);
    }

    @Test
    void aDatabaseThatHasSeenLessThanTheIdentityFileIsRecognised() throws IOException {
        rewriteIdentity(
                StoreIdentity.decode(Files.readAllBytes(copy.identity())).withEpoch(3));

        assertRecognised(copy);
    }

    @Test
    void aDatabaseWithAnotherEntryAtTheKnownPlaceIsRecognised() throws IOException {
        rewriteIdentity(
                StoreIdentity.decode(Files.readAllBytes(copy.identity())).withLast(new LogPosition(30, 2, 4711)));

        assertRecognised(copy);
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 1_000})
    void aStateThatTheLogDoesNotReachIsRecognised(long applied) throws IOException {
        try (var database = RocksDatabase.open(copy.database(), RocksDatabase.Access.READ_WRITE);
                var write = database.newWrite()) {
            write.put(MetaKey.APPLIED, MetaKey.encode(applied)).commitDurably();
        }

        assertRecognised(copy);
    }

    @Test
    void anEntryThatLiesAtAnothersPlaceIsRecognised() throws IOException {
        try (var database = RocksDatabase.open(copy.database(), RocksDatabase.Access.READ_WRITE);
                var write = database.newWrite()) {
            var last = database.get(database.log(), MetaKey.encode(60)).orElseThrow();
            write.remove(database.log(), MetaKey.encode(60))
                    .put(database.log(), MetaKey.encode(1_000), last)
                    .commitDurably();
        }

        assertRecognised(copy);
    }

    @Test
    void anIdentityFileThatIsBehindTheDatabaseIsFine() throws IOException {
        rewriteIdentity(StoreIdentity.of(contents.member()));

        var opened = copy.open();

        assertThat(opened.warning()).isEmpty();
        try (var store = opened.store()) {
            assertThat(StoreContents.of(store)).isEqualTo(contents);
        }
    }

    @Test
    void anOlderCopyOfTheDatabaseIsRecognised_asFarAsTheIdentityFileReaches() throws IOException {
        var restored = late.copyTo(folder.resolve("restored-database"));
        Files.move(restored.database(), folder.resolve("gone-" + UUID.randomUUID()));
        Files.move(early.copyTo(folder.resolve("backup")).database(), restored.database());

        assertRecognised(restored);
    }

    @Test
    void anotherBackEndsDirectoryIsRefused_andNothingIsTouched() throws IOException {
        var before = names(copy.directory()).toList();

        assertThatThrownBy(() -> RocksStore.open(copy.directory(), "server2"))
                .isInstanceOf(WrongStoreException.class)
                .hasMessageContaining("holds the data of server1, not of server2");

        assertThat(names(copy.directory())).containsExactlyInAnyOrderElementsOf(before);
        try (var store = copy.open().store()) {
            assertThat(StoreContents.of(store)).isEqualTo(contents);
        }
    }

    @Test
    void anotherBackEndsDatabaseBesideTheOwnIdentityIsRefused_andNothingIsTouched() throws IOException {
        var own = folder.resolve("own");
        RocksStore.open(own, "server2").store().close();
        Files.copy(own.resolve("identity"), replaced(copy.identity()));

        assertThatThrownBy(() -> RocksStore.open(copy.directory(), "server2")).isInstanceOf(WrongStoreException.class);

        assertThat(names(copy.directory())).noneMatch(name -> name.contains("damaged"));
    }

    @Test
    void anotherBackEndsIdentityWithoutItsDatabaseIsRefused_andNothingIsTouched() throws IOException {
        Files.move(copy.database(), folder.resolve("gone-" + UUID.randomUUID()));

        assertThatThrownBy(() -> RocksStore.open(copy.directory(), "server2")).isInstanceOf(WrongStoreException.class);

        assertThat(names(copy.directory())).noneMatch(name -> name.contains("damaged"));
    }

    @Test
    void aNewerVersionsDirectoryIsRefused_andNothingIsTouched() throws IOException {
        var text = Files.readString(copy.identity()).replace("store 4\n", "store 5\n");
        var body = text.substring(0, text.indexOf("crc "));
        var crc = new CRC32C();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        Files.writeString(copy.identity(), body + "crc %08x\n".formatted(crc.getValue()));

        assertThatThrownBy(copy::open).isInstanceOf(WrongStoreException.class).hasMessageContaining("newer version");

        assertThat(copy.database()).exists();
    }

    private static void assertRecognised(CrashImage damaged) {
        var opened = damaged.open();
        assertThat(opened.warning()).isPresent();
        try (var store = opened.store()) {
            assertEmptyAndNew(store);
        }
    }

    private static void assertEmptyAndNew(Store store) {
        assertThat(store.member().incarnation()).isNotEqualTo(contents.member().incarnation());
        assertThat(store.log().lastIndex()).isZero();
        assertThat(StoreContents.rowsOf(store)).isEmpty();
    }

    /** Damage that is found while running ends the process; the next start must detect it. */
    private static void assertEqualOrRecognised(CrashImage damaged) {
        var opened = damaged.open();
        if (opened.warning().isPresent()) {
            try (var store = opened.store()) {
                assertEmptyAndNew(store);
            }
            return;
        }
        try (var store = opened.store()) {
            assertThat(StoreContents.of(store)).isEqualTo(contents);
        } catch (StoreDamagedException e) {
            assertRecognised(damaged);
        }
    }

    private static void flip(CrashImage damaged, String files, Random random) throws IOException {
        var all = damaged.files(files).stream()
                .filter(file -> file.toFile().length() > 0)
                .toList();
        var file = all.get(random.nextInt(all.size()));
        var bytes = Files.readAllBytes(file);
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, bytes);
    }

    private void rewriteIdentity(StoreIdentity identity) throws IOException {
        Files.write(copy.identity(), identity.encode());
    }

    private static Path replaced(Path file) throws IOException {
        Files.delete(file);
        return file;
    }

    private static Stream<String> names(Path directory) throws IOException {
        var names = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(directory)) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        }
        return names.stream();
    }
}
