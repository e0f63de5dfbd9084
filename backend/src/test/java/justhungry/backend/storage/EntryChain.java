package justhungry.backend.storage;

import java.util.ArrayList;
import java.util.List;
import justhungry.backend.replication.DurableLog;
import justhungry.backend.replication.Entry;

/** A chain of entries that continue a log. */
public final class EntryChain {
    private LogPosition last;

    private EntryChain(LogPosition last) {
        this.last = last;
    }

    static EntryChain start() {
        return new EntryChain(LogPosition.START);
    }

    public static EntryChain after(DurableLog log) {
        return new EntryChain(
                new LogPosition(log.lastIndex(), log.epochAt(log.lastIndex()), log.checksumAt(log.lastIndex())));
    }

    public Entry next(long epoch) {
        return next(epoch, 20);
    }

    Entry next(long epoch, int payloadBytes) {
        var payload = new byte[payloadBytes];
        for (int at = 0; at < payloadBytes; at++) {
            payload[at] = (byte) (at * 31L + last.index());
        }
        var entry = Entry.of(last.index() + 1, epoch, last.checksum(), payload);
        last = LogPosition.of(entry);
        return entry;
    }

    public List<Entry> next(long epoch, long count, int payloadBytes) {
        var entries = new ArrayList<Entry>();
        for (long made = 0; made < count; made++) {
            entries.add(next(epoch, payloadBytes));
        }
        return entries;
    }
}
