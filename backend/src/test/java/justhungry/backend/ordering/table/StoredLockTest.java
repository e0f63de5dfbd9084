package justhungry.backend.ordering.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;
import justhungry.api.codec.TagList;
import justhungry.api.codec.TagLock;
import org.junit.jupiter.api.Test;

/** The numbers in what is stored, those of tables among them: they are never changed, moved or used again. */
class StoredLockTest {
    @Test
    void everyNumberOfWhatIsStoredStandsInItsLock() {
        var numbers = new ArrayList<>(TagList.ofModuleOf(StateTable.class));
        StateTable.ALL.forEach(table -> numbers.add("StateTable.%d=%s".formatted(table.id(), table.name())));
        Stream.of(StateCounter.values())
                .map(counter -> new String(counter.key(), StandardCharsets.UTF_8))
                .forEach(name -> numbers.add("StateCounter.%s=%1$s".formatted(name)));

        TagLock.check(Path.of("stored.lock"), numbers);
    }

    @Test
    void idsOfTablesAreGivenOutOnce_andFitTheirByte() {
        assertThat(StateTable.ALL).isSorted().extracting(StateTable::id).doesNotHaveDuplicates();
        assertThat(StateTable.ALL).extracting(StateTable::name).doesNotHaveDuplicates();
        assertThat(StateTable.ALL).allMatch(table -> table.id() >= 1 && table.id() <= Byte.MAX_VALUE);
    }

    @Test
    void everyTableThatIsDeclaredIsListed() {
        var declared = Stream.of(StateTable.class.getFields())
                .filter(field -> field.getType() == StateTable.class)
                .map(StoredLockTest::value);

        assertThat(declared).containsExactlyElementsOf(StateTable.ALL);
        assertThat(StateTable.withId(StateTable.PRODUCTS.id())).hasValue(StateTable.PRODUCTS);
        assertThat(StateTable.withId(Byte.MAX_VALUE)).isEmpty();
    }

    private static StateTable value(Field constant) {
        try {
            return (StateTable) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
