package justhungry.nameserver;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.codec.Limits;
import justhungry.api.directory.DataAge;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.directory.StaleCopyException;

/**
 * The last start of each back end, and how far its log had reached: what an old copy of its data does not have. Not
 * thread-safe: its owner guards it.
 */
public final class KnownStarts {
    private static final int MAX_KNOWN = 2 * Limits.MEMBERS;

    private final Map<Member, KnownStart> byMember = new TreeMap<>();

    public KnownStarts(List<KnownStart> known) {
        known.forEach(start -> byMember.put(start.member(), start));
    }

    /**
     * Checks that a process which registers for the first time has the newest data of its member.
     *
     * @throws StaleCopyException when they are an old copy: another process was started on newer ones
     */
    public void requireNewest(BackendRegistration registration) throws StaleCopyException {
        var known = byMember.get(registration.member());
        if (known == null || known.process().equals(registration.process())) {
            return;
        }
        var why = whyStale(known, registration.age());
        if (why.isPresent()) {
            throw new StaleCopyException(
                    "the data of %1$s are an old copy: %2$s. They may lack acknowledged orders, so %1$s comes back as a new incarnation, which catches up from the primary"
                            .formatted(registration.name(), why.get()));
        }
    }

    /**
     * A start beyond the last one proves nothing alone: a copy that was made while the last process ran counts on, too. But a
     * log never ends before what was committed. And a log that ends in an epoch has all that was committed before that.
     */
    private static Optional<String> whyStale(KnownStart known, DataAge age) {
        if (age.starts() <= known.number()) {
            return Optional.of("this is start %d on these data, but the name server has already seen start %d"
                    .formatted(age.starts(), known.number()));
        }
        if (age.lastEpoch() < known.committedEpoch() || age.lastIndex() < known.committedIndex()) {
            return Optional.of("their log ends with entry %d of epoch %d, but had reached entry %d of epoch %d"
                    .formatted(age.lastIndex(), age.lastEpoch(), known.committedIndex(), known.committedEpoch()));
        }
        return Optional.empty();
    }

    /**
     * Notes a registration or its renewal.
     *
     * @return whether it is a start that was not known: to be stored before the process gets an answer
     */
    public boolean note(BackendRegistration registration) {
        var known = byMember.get(registration.member());
        boolean isNew = known == null || !known.process().equals(registration.process());
        var told = KnownStart.of(registration);
        byMember.put(
                registration.member(),
                known == null || told.committedIndex() >= known.committedIndex() ? told : told.withCommitted(known));
        return isNew;
    }

    /** Those of the members that hold every acknowledged update. Who is not one of them catches up, whatever it has. */
    public List<KnownStart> ofInSync(View view) {
        return byMember.values().stream()
                .filter(start -> view.isInSync(start.member()))
                .toList();
    }

    /** Forgets members that are not in sync, when there are many: incarnations come and go. */
    void forgetOthers(View view) {
        if (byMember.size() > MAX_KNOWN) {
            byMember.keySet().removeIf(member -> !view.isInSync(member));
        }
    }

    /**
     * A start of a back end.
     *
     * @param number of the start
     * @param process that was started
     * @param committedEpoch the epoch of the last entry of which this member has told that it is committed
     * @param committedIndex the index of that entry
     */
    public record KnownStart(Member member, long number, UUID process, long committedEpoch, long committedIndex) {
        static KnownStart of(BackendRegistration registration) {
            var age = registration.age();
            return new KnownStart(
                    registration.member(),
                    age.starts(),
                    registration.process(),
                    age.committedEpoch(),
                    age.committedIndex());
        }

        KnownStart withCommitted(KnownStart before) {
            return new KnownStart(member, number, process, before.committedEpoch, before.committedIndex);
        }
    }
}
