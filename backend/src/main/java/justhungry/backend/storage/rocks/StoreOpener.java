package justhungry.backend.storage.rocks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import justhungry.api.cluster.Member;
import justhungry.backend.storage.LogBounds;
import justhungry.backend.storage.LogPosition;
import justhungry.backend.storage.SnapshotUnfinishedException;
import justhungry.backend.storage.Store;
import justhungry.backend.storage.StoreDamagedException;
import justhungry.backend.storage.WrongStoreException;
import justhungry.backend.storage.rocks.RocksDatabase.Access;
import justhungry.backend.storage.rocks.RocksStore.Opened;
import justhungry.platform.process.DurableFile;
import justhungry.platform.process.FailureReason;

/** The opener of a data directory: as it was left or, when it is damaged, empty and as a new incarnation. */
final class StoreOpener {
    private final StoreDirectory directory;
    private final String name;

    private StoreOpener(StoreDirectory directory, String name) {
        this.directory = directory;
        this.name = name;
    }

    static Opened open(Path path, String name) {
        var directory = StoreDirectory.lock(path);
        try {
            return new StoreOpener(directory, name).open();
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** Opens an existing store only: one that is missing or damaged is reported, and left as it is. */
    static Store openExisting(Path path, String name) {
        if (!Files.isDirectory(path)) {
            throw new WrongStoreException(
                    "there is no data directory %s: give %s's data directory with --data".formatted(path, name));
        }
        var directory = StoreDirectory.lock(path);
        try {
            return new StoreOpener(directory, name).openExisting();
        } catch (StoreDamagedException | SnapshotUnfinishedException e) {
            directory.close();
            throw new WrongStoreException(
                    "%s: %s. Nothing was changed; when %s starts, it moves this data aside and catches up from the primary"
                            .formatted(directory, e.getMessage(), name));
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private Store openExisting() {
        var identity = IdentityFile.read(directory.identity());
        identity.ifPresent(file -> requireOurs(file.identity()));
        try {
            return reopen(identity, Access.READ_ONLY);
        } catch (StoreDamagedException damage) {
            if (isUnfinished(identity)) {
                throw new WrongStoreException("%s has no data: its first start did not finish".formatted(directory));
            }
            throw damage;
        }
    }

    private Opened open() {
        try {
            var identity = IdentityFile.read(directory.identity());
            identity.ifPresent(file -> requireOurs(file.identity()));
            if (!directory.hasDatabase()
                    && identity.stream().allMatch(file -> file.identity().isBlank())) {
                return new Opened(create(), Optional.empty());
            }
            return reopenOrCreate(identity);
        } catch (StoreDamagedException damage) {
            var kept = directory.setAside();
            return createInstead(
                    damage, kept.map("; the old data is kept as %s"::formatted).orElse(""));
        } catch (SnapshotUnfinishedException unfinished) {
            directory.empty();
            return createInstead(unfinished, "");
        }
    }

    /** Of a database whose creation was not finished, there may be a part, which holds nothing. One that opens is kept. */
    private Opened reopenOrCreate(Optional<IdentityFile> identity) {
        try {
            return new Opened(reopen(identity, Access.READ_WRITE), Optional.empty());
        } catch (StoreDamagedException damage) {
            if (!isUnfinished(identity)) {
                throw damage;
            }
            directory.deleteDatabase();
            return new Opened(create(), Optional.empty());
        }
    }

    private static boolean isUnfinished(Optional<IdentityFile> identity) {
        return identity.filter(file -> file.identity().isUnfinished()).isPresent();
    }

    private Store reopen(Optional<IdentityFile> identity, Access access) {
        if (!directory.hasDatabase()) {
            throw new StoreDamagedException("the database that the identity file names is gone");
        }
        var file = identity.orElseThrow(() -> new StoreDamagedException("the identity file is gone"));
        directory.loadNativeLibrary();
        file.identity().manifest().check(directory.database());
        if (access == Access.READ_WRITE) {
            file.claim();
        }
        var database = RocksDatabase.open(directory.database(), access);
        try {
            requireOurs(database);
            var bounds = new StoreVerifier(database, file.identity()).verify();
            var store = new RocksStore(directory, database, file, bounds);
            if (access == Access.READ_WRITE) {
                file.opened(ManifestSize.of(directory.database()));
                file.joined(store.cluster());
            }
            return store;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Creates an empty store, the identity first: until it has a manifest, nothing was stored. */
    private Store create() {
        var member = new Member(name, UUID.randomUUID());
        var file = IdentityFile.create(directory.identity(), StoreIdentity.of(member));
        createFolder();
        directory.loadNativeLibrary();
        var database = RocksDatabase.create(directory.database());
        try (var write = database.newWrite()) {
            write.put(MetaKey.NAME, MetaKey.encode(name))
                    .put(MetaKey.INCARNATION, MetaKey.encode(member.incarnation()))
                    .put(MetaKey.CLUSTER, MetaKey.encode(file.identity().cluster()))
                    .put(MetaKey.EPOCH, MetaKey.encode(0))
                    .put(MetaKey.BASE, LogPosition.START.encode())
                    .put(MetaKey.APPLIED, MetaKey.encode(0))
                    .commitDurably();
            file.opened(ManifestSize.of(directory.database()));
            return new RocksStore(directory, database, file, new LogBounds(LogPosition.START));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private void createFolder() {
        try {
            Files.createDirectory(directory.database());
            DurableFile.syncNameOf(directory.database());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot create %s: %s".formatted(directory.database(), FailureReason.of(e)), e);
        }
    }

    private Opened createInstead(RuntimeException reason, String kept) {
        var store = create();
        return new Opened(
                store,
                Optional.of("%s: %s%s. %s starts empty, as a new incarnation (%s), and catches up from the primary"
                        .formatted(directory, reason.getMessage(), kept, name, store.member())));
    }

    private void requireOurs(StoreIdentity identity) {
        requireOurs(identity.member().name());
    }

    private void requireOurs(RocksDatabase database) {
        database.get(MetaKey.NAME).map(MetaKey::decodeText).ifPresent(this::requireOurs);
    }

    private void requireOurs(String owner) {
        if (!owner.equals(name)) {
            throw new WrongStoreException(
                    "%s holds the data of %s, not of %s: start %s, or choose another directory with --data"
                            .formatted(directory, owner, name, owner));
        }
    }
}
