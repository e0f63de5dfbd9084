package justhungry.backend.storage;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class RocksStoreTest extends StoreContract {
    @TempDir
    Path directory;

    @Override
    Store newStore(String name) {
        return RocksStore.open(directory.resolve(name), name).store();
    }
}
