package justhungry.api.codec;

import java.util.List;
import java.util.stream.Stream;

/** The codec for one of several records: a message with one field, whose number is the {@link Tag} of the record's class. */
final class ChoiceCodec implements ValueCodec, FieldCodec {
    private static final ClassValue<Choice> CHOICES = new ClassValue<>() {
        @Override
        protected Choice computeValue(Class<?> record) {
            var codec = ValueCodec.of(record);
            return new Choice(codec.kind().key(TagTable.tagOf(record)), codec);
        }
    };

    private final TagTable<Class<?>> records;

    /** The encoding of one of the records: the key of its field, and its content. */
    private record Choice(int key, ValueCodec codec) {}

    ChoiceCodec(String name, List<Class<?>> records) {
        this.records = new TagTable<>(name);
        records.forEach(record -> this.records.put(TagTable.tagOf(record), record));
    }

    static ChoiceCodec ofSealed(Class<?> type) {
        return new ChoiceCodec(type.getSimpleName(), records(type).toList());
    }

    @Override
    public WireKind kind() {
        return WireKind.LENGTH;
    }

    @Override
    public void write(Object value, WireWriter out) {
        int after = out.size();
        writeField(value, out);
        out.varint(out.size() - after);
    }

    @Override
    public Object read(WireReader in) {
        int outerEnd = in.enter();
        var value = readField(in.key(), in);
        in.leave(outerEnd);
        return value;
    }

    @Override
    public void writeField(Object value, WireWriter out) {
        var choice = CHOICES.get(value.getClass());
        choice.codec().write(value, out);
        out.varint(choice.key());
    }

    @Override
    public Object readField(int key, WireReader in) {
        var record = records.known(WireKind.tagOf(key));
        var choice = CHOICES.get(record);
        Preconditions.require(
                key == choice.key(), "%s is encoded with key %d, not %d", record.getSimpleName(), key, choice.key());
        return choice.codec().read(in);
    }

    /** The records of a sealed type. */
    static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Stream.of(type.getPermittedSubclasses()).flatMap(ChoiceCodec::records);
    }
}
