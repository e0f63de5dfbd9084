package justhungry.backend.storage;

final class InMemoryStoreTest extends StoreContract {
    @Override
    public Store newStore(String name) {
        return new InMemoryStore(name);
    }
}
