package justhungry.cluster.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A fake of every role: prints a ready line, as the real ones do, and does nothing more. It counts its starts in its data
 * directory.
 */
public final class FakeRoleProcess {
    private FakeRoleProcess() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var role = ProcessRole.valueOf(args[0]);
        var arguments = List.of(args).subList(1, args.length);
        if (arguments.contains("--broken")) {
            System.err.println("the data directory is in use by another process");
            System.exit(3);
        }
        if (arguments.contains("--data")) {
            countStart(Path.of(arguments.get(arguments.indexOf("--data") + 1)));
        }
        System.out.println(
                role == ProcessRole.NAMESERVER
                        ? "nameserver ready at 127.0.0.1:" + port(arguments)
                        : arguments.get(0) + " ready");
        System.out.flush();
        new CountDownLatch(1).await();
    }

    private static String port(List<String> arguments) {
        var asked = arguments.get(arguments.indexOf("--port") + 1);
        return asked.equals("0") ? "40001" : asked;
    }

    private static void countStart(Path data) throws IOException {
        Files.createDirectories(data);
        Files.createTempFile(data, "start", "");
    }
}
