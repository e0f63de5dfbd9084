package justhungry.backend.storage;

final class InMemoryStoreTest extends StoreContract {
    @Override
    Store newStore(String name) {
        return new InMemoryStore(name);
    }
}
