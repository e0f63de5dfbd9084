package justhungry.system;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import justhungry.cluster.process.InstalledJars;
import justhungry.cluster.process.ProcessRole;
import justhungry.cluster.process.RoleLauncher;

/**
 * A launcher of back ends with heaps that fill soon.
 *
 * @param megabytes the limit of the heap, by the name of the back end; the others have the usual one
 */
record SmallHeaps(Map<String, Integer> megabytes) implements RoleLauncher {
    /** A later flag overrides an earlier one. For a back end, a shell adds it by the name, the first of its own arguments. */
    @Override
    public List<String> command(ProcessRole role) {
        var command = InstalledJars.find().command(role);
        if (role != ProcessRole.BACKEND) {
            return command;
        }
        int jar = command.indexOf("-jar");
        var cases = megabytes.entrySet().stream()
                .map(heap -> "%s) heap=-Xmx%dm ;; ".formatted(heap.getKey(), heap.getValue()))
                .collect(Collectors.joining());
        return List.of(
                "sh",
                "-c",
                "heap=; case $1 in %sesac; exec %s $heap -jar %s \"$@\""
                        .formatted(cases, String.join(" ", command.subList(0, jar)), command.get(jar + 1)),
                "sh");
    }
}
