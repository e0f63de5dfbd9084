package justhungry.backend.storage.rocks;

import java.nio.file.Path;
import justhungry.backend.storage.Store;
import justhungry.backend.storage.StoreContract;
import org.junit.jupiter.api.io.TempDir;

final class RocksStoreTest extends StoreContract {
    @TempDir
    Path directory;

    @Override
    public Store newStore(String name) {
        return RocksStore.open(directory.resolve(name), name).store();
    }
}
