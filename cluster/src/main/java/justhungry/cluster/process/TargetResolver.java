package justhungry.cluster.process;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.platform.process.ExitCode;
import justhungry.platform.text.NearestWord;

/**
 * The resolver of the words by which a person names processes: {@code server2}, {@code 2}, {@code frontend1}, {@code nameserver},
 * {@code primary}, {@code replica}, {@code killed}, {@code paused}, or {@code all}.
 */
public final class TargetResolver {
    /** The words that are no names. */
    public static final List<String> KEYWORDS = List.of("primary", "replica", "killed", "paused", "all");

    private final LocalCluster cluster;
    private final Supplier<Optional<View>> view;

    /**
     * Makes a resolver.
     *
     * @param view queries the current view; empty when no process answers
     */
    public TargetResolver(LocalCluster cluster, Supplier<Optional<View>> view) {
        this.cluster = cluster;
        this.view = view;
    }

    /**
     * The names of the processes that the word means, at least one.
     *
     * @throws ClusterException when it means none; the message names the processes that there are
     */
    public List<String> resolve(String word) {
        return switch (word) {
            case "primary" -> List.of(primary());
            case "replica" -> List.of(replica());
            case "killed" ->
                List.of(cluster.lastKilled().orElseGet(() -> onlyOne(ProcessState.DEAD, "killed", "down")));
            case "paused" ->
                List.of(cluster.lastPaused().orElseGet(() -> onlyOne(ProcessState.PAUSED, "paused", "paused")));
            case "all" -> names();
            default -> List.of(processNamed(word.matches("[0-9]{1,3}") ? "server" + word : word));
        };
    }

    /** Whether the word can mean a process; {@link #resolve} tells whether it means one now. */
    public boolean isTarget(String word) {
        return KEYWORDS.contains(word) || word.matches("[0-9]{1,3}") || names().contains(word);
    }

    /** The word, if it can mean a process, else those that it is nearest to; empty when it is near none. */
    public List<String> nearTargets(String word) {
        return isTarget(word) ? List.of(word) : NearestWord.to(word, known());
    }

    private String primary() {
        return current()
                .primary()
                .map(Member::name)
                .orElseThrow(() -> new ClusterException("there is no primary yet; see: " + command("status")));
    }

    private String replica() {
        var current = current();
        return current.inSync().stream()
                .filter(member -> !member.equals(current.leader()))
                .map(Member::name)
                .filter(name -> names().contains(name) && cluster.processState(name) == ProcessState.RUNNING)
                .findFirst()
                .orElseThrow(
                        () -> new ClusterException("no running replica holds every order; see: " + command("status")));
    }

    /** The only process in a state that no command has brought it to: it did so itself, or somebody did from outside. */
    private String onlyOne(ProcessState state, String byCommand, String now) {
        var found = names().stream()
                .filter(name -> cluster.processState(name) == state)
                .toList();
        if (found.isEmpty()) {
            throw new ClusterException("no process is " + now);
        }
        if (found.size() > 1) {
            throw new ClusterException("no process was %s by a command, and several are %s: %s. Name one, or type all"
                    .formatted(byCommand, now, String.join(", ", found)));
        }
        return found.get(0);
    }

    private View current() {
        return view.get()
                .orElseThrow(() -> new ClusterException("the primary is unknown, because the name server "
                        + switch (nameServerState()) {
                            case DEAD -> "is down; name the back end, or first type: " + command("restart nameserver");
                            case PAUSED ->
                                "is paused; name the back end, or first type: " + command("resume nameserver");
                            case RUNNING -> "is slow and has not answered in time; try again, or name the back end";
                        }));
    }

    private String command(String words) {
        return cluster.commandPrefix() + words;
    }

    private ProcessState nameServerState() {
        return cluster.slots().stream()
                .filter(slot -> slot.role() == ProcessRole.NAMESERVER)
                .map(ProcessSlot::state)
                .findFirst()
                .orElse(ProcessState.RUNNING);
    }

    private String processNamed(String word) {
        if (names().contains(word)) {
            return word;
        }
        throw new ClusterException(
                ExitCode.USAGE,
                "there is no process '%s'.%s Name one of %s; or type %s"
                        .formatted(
                                word,
                                NearestWord.didYouMean(word, known()),
                                String.join(", ", names()),
                                String.join(", ", KEYWORDS)));
    }

    private List<String> known() {
        return Stream.concat(names().stream(), KEYWORDS.stream()).toList();
    }

    private List<String> names() {
        return cluster.slots().stream().map(ProcessSlot::name).toList();
    }
}
