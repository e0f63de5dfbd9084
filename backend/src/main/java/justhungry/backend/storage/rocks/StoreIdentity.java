package justhungry.backend.storage.rocks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import justhungry.api.cluster.Member;
import justhungry.api.codec.WireFormat;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.backend.storage.LogPosition;
import justhungry.backend.storage.StoreDamagedException;
import justhungry.backend.storage.WrongStoreException;

/**
 * The identity of a store and the least log that it must have, kept in a readable file beside the database. It names the
 * {@link WireFormat#VERSION} of the program that used the store last, because what is in it cannot be looked at as a whole.
 *
 * @param database the incarnation with which the database was created. That of the member is another when the data were
 *     found to be an old copy
 * @param starts how often a back end was started on the store as this member
 * @param epoch the highest epoch seen when this was written
 * @param last an entry that the log had when this was written; it still has it, or has compacted it
 * @param manifest of the database, when it was opened last
 */
record StoreIdentity(
        Member member, UUID database, long starts, UUID cluster, long epoch, LogPosition last, ManifestSize manifest) {
    private static final int VERSION = 4;
    private static final Pattern VERSION_LINE = Pattern.compile("just-hungry store (\\d{1,9})\n", Pattern.MULTILINE);
    private static final Pattern TEXT = Pattern.compile("""
        just-hungry store 4
        format (\\d{1,9})
        name ([a-z0-9-]+)
        incarnation ([0-9a-f-]{36})
        database ([0-9a-f-]{36})
        starts (\\d{1,18})
        cluster ([0-9a-f-]{36})
        epoch (\\d{1,18})
        last-index (\\d{1,18})
        last-epoch (\\d{1,18})
        last-checksum ([0-9a-f]{8})
        manifest ([A-Za-z0-9-]{1,40}) (\\d{1,18})
        """);
    private static final Pattern WHOLE = Pattern.compile("(.*\n)crc ([0-9a-f]{8})\n", Pattern.DOTALL);

    /** The identity of a store without data. */
    static StoreIdentity of(Member member) {
        return new StoreIdentity(
                member,
                member.incarnation(),
                1,
                BackendRegistration.NO_CLUSTER,
                0,
                LogPosition.START,
                ManifestSize.NONE);
    }

    /**
     * Reads an identity file.
     *
     * @throws StoreDamagedException when it is not as it was written
     * @throws WrongStoreException when an older or newer version of the program wrote it
     */
    static StoreIdentity decode(byte[] bytes) {
        var whole = WHOLE.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        if (!whole.matches() || !crc(whole.group(1)).equals(whole.group(2))) {
            throw new StoreDamagedException("the identity file is damaged");
        }
        return parse(whole.group(1));
    }

    byte[] encode() {
        var text = String.join(
                "\n",
                List.of(
                        "just-hungry store " + VERSION,
                        "format " + WireFormat.VERSION,
                        "name " + member.name(),
                        "incarnation " + member.incarnation(),
                        "database " + database,
                        "starts " + starts,
                        "cluster " + cluster,
                        "epoch " + epoch,
                        "last-index " + last.index(),
                        "last-epoch " + last.epoch(),
                        "last-checksum %08x".formatted(last.checksum()),
                        "manifest %s %d".formatted(manifest.file(), manifest.bytes()),
                        ""));
        return (text + "crc " + crc(text) + "\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Whether its store had no data when this was written. */
    boolean isBlank() {
        return epoch == 0 && last.index() == 0 && cluster.equals(BackendRegistration.NO_CLUSTER);
    }

    /** Whether the creation of its store was never finished: nothing was stored before. */
    boolean isUnfinished() {
        return isBlank() && manifest.equals(ManifestSize.NONE);
    }

    StoreIdentity startedAgain() {
        return new StoreIdentity(member, database, starts + 1, cluster, epoch, last, manifest);
    }

    /** The identity of the same data as another member, with which nobody has started yet. */
    StoreIdentity renewed(UUID incarnation) {
        return new StoreIdentity(new Member(member.name(), incarnation), database, 0, cluster, epoch, last, manifest);
    }

    StoreIdentity withCluster(UUID newCluster) {
        return new StoreIdentity(member, database, starts, newCluster, epoch, last, manifest);
    }

    StoreIdentity withEpoch(long newEpoch) {
        return new StoreIdentity(member, database, starts, cluster, newEpoch, last, manifest);
    }

    StoreIdentity withLast(LogPosition newLast) {
        return new StoreIdentity(member, database, starts, cluster, epoch, newLast, manifest);
    }

    StoreIdentity withManifest(ManifestSize newManifest) {
        return new StoreIdentity(member, database, starts, cluster, epoch, last, newManifest);
    }

    private static StoreIdentity parse(String text) {
        var version = VERSION_LINE.matcher(text);
        if (version.lookingAt()) {
            requireOurs(Integer.parseInt(version.group(1)));
        }
        var values = TEXT.matcher(text);
        if (!values.matches()) {
            throw new StoreDamagedException("the identity file is malformed");
        }
        requireReadable(Integer.parseInt(values.group(1)));
        return new StoreIdentity(
                new Member(values.group(2), UUID.fromString(values.group(3))),
                UUID.fromString(values.group(4)),
                Long.parseLong(values.group(5)),
                UUID.fromString(values.group(6)),
                Long.parseLong(values.group(7)),
                new LogPosition(
                        Long.parseLong(values.group(8)),
                        Long.parseLong(values.group(9)),
                        Integer.parseUnsignedInt(values.group(10), 16)),
                new ManifestSize(values.group(11), Long.parseLong(values.group(12))));
    }

    private static void requireOurs(int version) {
        if (version != VERSION) {
            throw new WrongStoreException(
                    "the data was written by %s version (store version %d, this one knows %d): start that version, or use another --data"
                            .formatted(version > VERSION ? "a newer" : "an older", version, VERSION));
        }
    }

    private static void requireReadable(int format) {
        if (format > WireFormat.VERSION) {
            throw new WrongStoreException(
                    "the data was written in format %d, this version reads formats up to %d: start a version that reads format %1$d, or use another --data: the back end then catches up from the others"
                            .formatted(format, WireFormat.VERSION));
        }
    }

    private static String crc(String text) {
        var crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.ISO_8859_1));
        return "%08x".formatted(crc.getValue());
    }
}
