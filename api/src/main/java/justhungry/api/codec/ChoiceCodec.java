package justhungry.api.codec;

import java.util.List;
import java.util.stream.Stream;

/** The codec for one of several records: a message with one field, whose number is the {@link Tag} of the record's class. */
final class ChoiceCodec implements ValueCodec {
    private final TagTable<Class<?>> records;

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

    void writeField(Object value, WireWriter out) {
        ValueCodec.of(value.getClass()).write(value, out);
        out.varint(WireKind.LENGTH.key(TagTable.tagOf(value.getClass())));
    }

    Object readField(int key, WireReader in) {
        var record = records.known(WireKind.tagOf(key));
        Preconditions.require(WireKind.of(key) == WireKind.LENGTH, "%s is not a record", record.getSimpleName());
        return ValueCodec.of(record).read(in);
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Stream.of(type.getPermittedSubclasses()).flatMap(ChoiceCodec::records);
    }
}
