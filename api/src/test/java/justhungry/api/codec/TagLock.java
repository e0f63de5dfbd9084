package justhungry.api.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The tags that were ever given out, in a file, by the {@link WireFormat#VERSION} that brought them. The tags of today are
 * compared with it: one may be added, and none is ever changed, moved, removed or used again.
 *
 * <p>{@code -Dlock=write} writes the tags of the newest version anew, which is right until that version is released.
 */
public final class TagLock {
    private static final String RETIRED = "retired";
    private static final Pattern OPTIONAL = Pattern.compile(".*\\?|(.*:)?(List<.*|(fixed )?(int|long)|boolean)");

    private final String name;
    private final List<String> head = new ArrayList<>();
    private final Map<Integer, Map<String, String>> meaningsByVersion = new LinkedHashMap<>();

    private TagLock(String name) {
        this.name = name;
    }

    /** Compares, and throws an {@link AssertionError} with one sentence for each tag that has to be seen to. */
    public static void check(Path file, List<String> tags) {
        try {
            var lock = parse(file.getFileName().toString(), Files.readAllLines(file));
            if (isWritten()) {
                Files.writeString(file, lock.rewritten(tags));
                return;
            }
            var complaints = lock.complaints(tags);
            if (!complaints.isEmpty()) {
                throw new AssertionError(String.join("\n", complaints));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether locks and golden bytes are to be written, not compared. */
    public static boolean isWritten() {
        return "write".equals(System.getProperty("lock"));
    }

    static TagLock parse(String name, List<String> lines) {
        var lock = new TagLock(name);
        Map<String, String> section = new LinkedHashMap<>();
        for (var line : lines) {
            if (line.startsWith("format ")) {
                section = new LinkedHashMap<>();
                lock.meaningsByVersion.put(Integer.valueOf(line.substring("format ".length())), section);
            } else if (line.startsWith("#")) {
                lock.head.add(line);
            } else if (!line.isBlank()) {
                section.put(key(line), meaning(line));
            }
        }
        return lock;
    }

    List<String> complaints(List<String> tags) {
        var complaints = new ArrayList<String>();
        var locked = new LinkedHashMap<String, String>();
        meaningsByVersion.values().forEach(locked::putAll);
        var now = new LinkedHashMap<String, String>();
        tags.forEach(line -> now.put(key(line), meaning(line)));

        locked.forEach((key, meaning) -> {
            if (!now.containsKey(key) && !meaning.equals(RETIRED)) {
                complaints.add(
                        "%s=%s is gone, but old programs and stored data still have it. Put it back, or retire it for ever: '%s=%s' in %s"
                                .formatted(key, meaning, key, RETIRED, name));
            }
        });
        now.forEach((key, meaning) -> {
            var was = locked.get(key);
            if (was == null) {
                complaints.add(added(key, meaning, locked));
            } else if (was.equals(RETIRED)) {
                complaints.add("%s is retired, and cannot mean %s: take %d, which is free"
                        .formatted(key, meaning, nextFree(key, locked)));
            } else if (!was.equals(meaning)) {
                complaints.add(
                        "%s means %s, not %s: a number never changes or moves. Give what is new the number %d, which is free; %s"
                                .formatted(key, was, meaning, nextFree(key, locked), ifRenamed(key, was, locked)));
            }
        });
        meaningsByVersion.keySet().stream()
                .filter(version -> version > WireFormat.VERSION)
                .forEach(version -> complaints.add("%s has tags of format %d: raise WireFormat.VERSION, which is %d"
                        .formatted(name, version, WireFormat.VERSION)));
        return complaints;
    }

    private String ifRenamed(String key, String was, Map<String, String> locked) {
        var nameKey = owner(key) + "." + was.split(":", 2)[0];
        return locked.containsKey(nameKey)
                ? "if it has only another name, give it back: %s is also sent by its name".formatted(nameKey)
                : "if it has only another name, change the line in " + name;
    }

    private String added(String key, String meaning, Map<String, String> locked) {
        var tag = key.substring(key.indexOf('.') + 1);
        boolean isComponent = meaning.contains(":") || (!tag.matches("\\d+") && !tag.equals(meaning));
        boolean isOfOldRecord = isComponent
                && locked.keySet().stream().anyMatch(other -> owner(other).equals(owner(key)));
        if (isOfOldRecord && !OPTIONAL.matcher(meaning).matches()) {
            return "%s=%s is new, and old bytes lack it: make it @Nullable, a number, a boolean or a list"
                    .formatted(key, meaning);
        }
        return "%s=%s is new: add this line to %s below 'format %d'. If that format was released, raise WireFormat.VERSION first"
                .formatted(key, meaning, name, WireFormat.VERSION);
    }

    /** The file with the tags of the newest version as they are now; what is retired stays so. */
    String rewritten(List<String> tags) {
        var text = new StringBuilder();
        head.forEach(line -> text.append(line).append('\n'));
        var old = new LinkedHashMap<String, String>();
        meaningsByVersion.forEach((version, section) -> {
            if (version < WireFormat.VERSION) {
                text.append("\nformat ").append(version).append('\n');
                section.forEach((key, meaning) -> text.append("%s=%s\n".formatted(key, meaning)));
                old.putAll(section);
            }
        });
        var retired = new LinkedHashMap<>(meaningsByVersion.getOrDefault(WireFormat.VERSION, Map.of()));
        retired.values().removeIf(meaning -> !meaning.equals(RETIRED));
        old.putAll(retired);
        text.append("\nformat ").append(WireFormat.VERSION).append('\n');
        tags.stream()
                .filter(line -> !old.containsKey(key(line)))
                .forEach(line -> text.append(line).append('\n'));
        retired.forEach((key, meaning) -> text.append("%s=%s\n".formatted(key, meaning)));
        return text.toString();
    }

    private static int nextFree(String key, Map<String, String> locked) {
        return 1
                + locked.keySet().stream()
                        .filter(other -> owner(other).equals(owner(key)))
                        .map(other -> other.substring(other.indexOf('.') + 1))
                        .filter(tag -> tag.matches("\\d+"))
                        .mapToInt(Integer::parseInt)
                        .max()
                        .orElse(0);
    }

    private static String key(String line) {
        return line.substring(0, line.indexOf('='));
    }

    private static String meaning(String line) {
        return line.substring(line.indexOf('=') + 1);
    }

    private static String owner(String key) {
        return key.substring(0, key.indexOf('.'));
    }
}
