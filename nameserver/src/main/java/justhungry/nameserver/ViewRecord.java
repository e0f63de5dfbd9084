package justhungry.nameserver;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32C;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.nameserver.KnownStarts.KnownStart;

/**
 * The content of the view register: the cluster's id, its view, and the last start of each in-sync member. As text it is one fact a line, the last line being the
 * CRC32C of all before it, so that a person can read the file and damage shows.
 */
record ViewRecord(UUID cluster, View view, List<KnownStart> starts) {
    private static final String TITLE = "just-hungry view register, form 2";
    private static final String STARTED = "started ";
    private static final String CHECKSUM = "crc32c ";

    String encoded() {
        var lines = new ArrayList<String>();
        lines.add(TITLE);
        lines.add("cluster " + cluster);
        lines.add("epoch " + view.epoch());
        view.primary().ifPresent(primary -> lines.add("primary " + encoded(primary)));
        view.inSync().forEach(member -> lines.add("in-sync " + encoded(member)));
        starts.forEach(start -> lines.add(STARTED
                + String.join(
                        " ",
                        encoded(start.member()),
                        Long.toString(start.number()),
                        start.process().toString(),
                        Long.toString(start.committedEpoch()),
                        Long.toString(start.committedIndex()))));
        var facts = String.join("\n", lines) + "\n";
        return facts + CHECKSUM + checksum(facts) + "\n";
    }

    /**
     * Reads what {@link #encoded} wrote.
     *
     * @throws IllegalArgumentException when the text is not exactly that
     */
    static ViewRecord decoded(String text) {
        int facts = text.lastIndexOf(CHECKSUM);
        if (facts < 0 || !text.substring(facts).equals(CHECKSUM + checksum(text.substring(0, facts)) + "\n")) {
            throw new IllegalArgumentException("its checksum is missing or wrong");
        }
        var lines = text.substring(0, facts).lines().toList();
        if (lines.size() < 3 || !lines.get(0).equals(TITLE)) {
            throw new IllegalArgumentException("it was written by another version of the program");
        }
        return decoded(lines.subList(1, lines.size()));
    }

    private static ViewRecord decoded(List<String> lines) {
        var cluster = UUID.fromString(valueOf("cluster ", lines.get(0)));
        long epoch = Long.parseLong(valueOf("epoch ", lines.get(1)));
        if (lines.size() == 2 && epoch == 0) {
            return new ViewRecord(cluster, View.NONE, List.of());
        }
        var members = lines.stream()
                .skip(2)
                .takeWhile(line -> !line.startsWith(STARTED))
                .toList();
        var primary = member(valueOf("primary ", members.isEmpty() ? "" : members.get(0)));
        var inSync = members.stream()
                .skip(1)
                .map(line -> member(valueOf("in-sync ", line)))
                .toList();
        var starts = lines.stream()
                .skip(2 + members.size())
                .map(line -> start(valueOf(STARTED, line)))
                .toList();
        return new ViewRecord(cluster, new View(epoch, primary, inSync), starts);
    }

    private static KnownStart start(String text) {
        var words = text.split(" ", -1);
        if (words.length != 6) {
            throw new IllegalArgumentException("'%s' is not a start".formatted(text));
        }
        return new KnownStart(
                member(words[0] + " " + words[1]),
                Long.parseLong(words[2]),
                UUID.fromString(words[3]),
                Long.parseLong(words[4]),
                Long.parseLong(words[5]));
    }

    private static String valueOf(String key, String line) {
        if (!line.startsWith(key)) {
            throw new IllegalArgumentException("the line '%s' is missing".formatted(key.strip()));
        }
        return line.substring(key.length());
    }

    private static String encoded(Member member) {
        return member.name() + " " + member.incarnation();
    }

    private static Member member(String text) {
        int space = text.indexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException("'%s' is not a member".formatted(text));
        }
        return new Member(text.substring(0, space), UUID.fromString(text.substring(space + 1)));
    }

    private static String checksum(String facts) {
        var checksum = new CRC32C();
        checksum.update(facts.getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(checksum.getValue());
    }
}
