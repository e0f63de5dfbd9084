package justhungry.backend.replication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.replication.Append;
import justhungry.api.replication.AppendResponse;
import justhungry.api.replication.BackendStatus.BackendRole;
import justhungry.backend.storage.InMemoryStore;
import justhungry.backend.storage.Store;

/** The test context of one {@link Replication}: its effects on the store are executed, all others are recorded. */
final class ReplicationTestContext implements Effect.Handler {
    static final Member SERVER2 = new Member("server2", new UUID(0, 2));
    static final Member SERVER3 = new Member("server3", new UUID(0, 3));
    static final byte[] SOMETHING = {1, 2, 3};
    static final byte[] SOMETHING_NEWER = {2};
    static final String NEEDED_VERSION = "a newer version is needed";

    final Store store = new InMemoryStore("server1");
    final List<Effect.Send> sent = new ArrayList<>();
    final List<Effect.SendSnapshot> snapshots = new ArrayList<>();
    final List<View> proposed = new ArrayList<>();
    final List<Long> registerQueries = new ArrayList<>();
    final List<Member> cancelledCalls = new ArrayList<>();
    final List<String> neededVersions = new ArrayList<>();
    long served;
    int compactions;

    /** The last index of the log at the time of the last answer. */
    long lastIndexWhenAnswered;

    Replication replication = newReplication();
    private Optional<AppendResponse> answer = Optional.empty();
    private Duration now = Duration.ZERO;

    Member self() {
        return store.member();
    }

    View view(long epoch, Member primary, Member... inSync) {
        return new View(epoch, primary, List.of(inSync));
    }

    private Replication newReplication() {
        return new Replication(
                store.member(),
                store.log(),
                store.tables().appliedIndex(),
                ReplicationConfig.DEFAULT,
                payload -> Arrays.equals(payload, SOMETHING_NEWER) ? Optional.of(NEEDED_VERSION) : Optional.empty());
    }

    void restart() {
        replication = newReplication();
    }

    Duration now() {
        return now;
    }

    void run(List<Effect> effects) {
        for (var effect : effects) {
            effect.execute(this);
        }
    }

    void adopt(View view) {
        run(replication.onView(view, now));
    }

    AppendResponse receive(Append append) {
        answer = Optional.empty();
        run(replication.onAppend(append));
        return answer.orElseThrow();
    }

    void decide() {
        run(replication.onDecided(SOMETHING, now));
    }

    /** The newest call to a member. */
    Effect.Send lastTo(Member member) {
        return sent.stream()
                .filter(send -> send.to().equals(member))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** Lets the member acknowledge the last append, with the entries applied that it named as committed. */
    void acknowledge(Member member) {
        var send = lastTo(member);
        long match = send.append().previousIndex() + send.append().entries().size();
        long applied = Math.min(match, send.append().committedIndex());
        run(replication.onAnswer(member, send.call(), new AppendResponse.Acknowledged(match, applied), now));
    }

    /** Lets the newest call to a member fail: its process has ended. */
    void end(Member member) {
        run(replication.onEnded(member, lastTo(member).call(), now));
    }

    void waitFor(Duration time) {
        var end = now.plus(time);
        while (now.compareTo(end) < 0) {
            now = now.plusMillis(20);
            run(replication.onTick(now));
        }
    }

    /** Makes this back end the serving primary of epoch 1 with the given others in sync. */
    void servesWith(Member... others) {
        var inSync = new ArrayList<>(List.of(others));
        inSync.add(self());
        adopt(new View(1, self(), inSync));
        for (var other : others) {
            acknowledge(other);
        }
    }

    @Override
    public void send(Member to, long call, Append append) {
        assertThat(store.log().epoch())
                .as("the epoch is durable before it is acted in")
                .isGreaterThanOrEqualTo(append.epoch());
        sent.add(new Effect.Send(to, call, append));
    }

    @Override
    public void sendSnapshot(Member to, long call) {
        snapshots.add(new Effect.SendSnapshot(to, call));
    }

    @Override
    public void cancelCall(Member to) {
        cancelledCalls.add(to);
    }

    @Override
    public void storeEntries(List<Entry> entries) {
        store.log().append(entries);
    }

    @Override
    public void truncateLog(long afterIndex) {
        store.log().truncateAfter(afterIndex);
    }

    @Override
    public void compactLog(long throughIndex) {
        store.log().compactThrough(throughIndex);
        compactions++;
    }

    @Override
    public void saveEpoch(long epoch) {
        store.log().saveEpoch(epoch);
    }

    @Override
    public void respond(AppendResponse given) {
        answer = Optional.of(given);
        lastIndexWhenAnswered = store.log().lastIndex();
    }

    @Override
    public void apply(long throughIndex) {
        store.tables().write(List.of(), throughIndex);
    }

    @Override
    public void beginSnapshot(long index, long epoch, int checksum) {
        store.beginSnapshot(index, epoch, checksum);
    }

    @Override
    public void addRows(List<byte[]> rows) {
        store.addRows(rows);
    }

    @Override
    public void finishSnapshot() {
        store.finishSnapshot();
    }

    @Override
    public void openEpoch() {
        decide();
    }

    @Override
    public void propose(View expected, View next) {
        proposed.add(next);
    }

    @Override
    public void queryRegister(long ticket) {
        registerQueries.add(ticket);
    }

    @Override
    public void serveReads(long throughTicket) {
        served = throughTicket;
    }

    @Override
    public void versionNeeded(String why) {
        neededVersions.add(why);
    }

    @Override
    public void roleChanged(BackendRole role, String why) {
        // The tests check the role itself.
    }
}
