package justhungry.benchmarks.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL: a primary, and two standbys that have each commit on their disks before it is answered. */
final class PostgresPeer extends PeerSystem {
    private static final String USER = "postgres";
    private static final String TABLES = """
            CREATE TABLE IF NOT EXISTS orders (id bigserial PRIMARY KEY, text bytea NOT NULL);
            CREATE TABLE IF NOT EXISTS replies (client text PRIMARY KEY, reply bytea NOT NULL)""";
    private static final String ORDER = """
            WITH placed AS (INSERT INTO orders (text) VALUES (?))
            INSERT INTO replies (client, reply) VALUES (?, ?)
            ON CONFLICT (client) DO UPDATE SET reply = EXCLUDED.reply""";

    private final int port;

    private PostgresPeer(PeerProcesses processes, int port) {
        super(processes);
        this.port = port;
    }

    /**
     * Starts it. PostgreSQL refuses to be root's: then it runs as the user whom its package has made.
     *
     * @param programs where its programs are
     */
    static PostgresPeer start(Path programs, Path directory) throws Exception {
        var processes = new PeerProcesses(directory);
        try {
            var prefix = prefix(directory);
            int port = PeerProcesses.freePort();
            var primary = directory.resolve("primary");
            run(processes, prefix, "initdb", programs.resolve("initdb"), "-U", USER, "-A", "trust", "-D", primary);
            Files.writeString(
                    primary.resolve("postgresql.conf"),
                    "synchronous_standby_names = '2 (one, other)'%nmax_connections = 400%nmax_wal_senders = 8%n"
                            .formatted());
            processes.start("primary", port, server(prefix, programs, primary, port, directory));
            standby(processes, prefix, programs, directory, "one", port);
            standby(processes, prefix, programs, directory, "other", port);
            var peer = new PostgresPeer(processes, port);
            peer.createTables();
            peer.awaitOrders();
            return peer;
        } catch (Exception e) {
            processes.close();
            throw e;
        }
    }

    private static void standby(
            PeerProcesses processes, List<String> prefix, Path programs, Path directory, String name, int primary)
            throws IOException, InterruptedException {
        var data = directory.resolve(name);
        var source = "host=127.0.0.1 port=%d user=%s application_name=%s".formatted(primary, USER, name);
        run(processes, prefix, "copy-" + name, programs.resolve("pg_basebackup"), "-R", "-D", data, "-d", source);
        int port = PeerProcesses.freePort();
        processes.start(name, port, server(prefix, programs, data, port, directory));
    }

    private static List<String> server(List<String> prefix, Path programs, Path data, int port, Path directory) {
        return command(
                prefix, programs.resolve("postgres"), "-D", data, "-p", port, "-h", "127.0.0.1", "-k", directory);
    }

    private static void run(PeerProcesses processes, List<String> prefix, String name, Object... words)
            throws IOException, InterruptedException {
        processes.run(name, command(prefix, words));
    }

    private static List<String> command(List<String> prefix, Object... words) {
        var command = new ArrayList<>(prefix);
        for (var word : words) {
            command.add(word.toString());
        }
        return command;
    }

    /** What lets a program run as a user who may run PostgreSQL, and own what is in the directory. */
    private static List<String> prefix(Path directory) throws IOException {
        if (!System.getProperty("user.name").equals("root")) {
            return List.of();
        }
        var temporary = Path.of(System.getProperty("java.io.tmpdir"));
        for (var each = directory; each != null && each.startsWith(temporary); each = each.getParent()) {
            if (!each.equals(temporary)) {
                Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwx--x--x"));
            }
        }
        var user = directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(USER);
        Files.setOwner(directory, user);
        return List.of("runuser", "-u", USER, "--");
    }

    private void createTables() throws SQLException {
        try (var connection = open();
                var statement = connection.createStatement()) {
            statement.execute("SET synchronous_commit = local");
            statement.execute(TABLES);
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), USER, "");
    }

    @Override
    public String name() {
        return "PostgreSQL (2 synchronous standbys)";
    }

    @Override
    public String difference() {
        return "one statement inserts the order and replaces the client's reply, by a prepared statement; no front end";
    }

    @Override
    PeerConnection connect() throws SQLException {
        return new PostgresConnection(open());
    }

    /** A connection whose only statement the server has planned. */
    private static final class PostgresConnection implements PeerConnection {
        private final Connection connection;
        private final PreparedStatement order;
        private final String client = PeerOrder.client();
        private long sequence;

        PostgresConnection(Connection connection) throws SQLException {
            this.connection = connection;
            this.order = connection.prepareStatement(ORDER);
        }

        @Override
        public void order() throws SQLException {
            sequence++;
            order.setBytes(1, PeerOrder.ORDER);
            order.setString(2, client);
            order.setBytes(3, PeerOrder.reply(sequence));
            order.executeUpdate();
        }

        @Override
        public void close() throws IOException {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IOException("PostgreSQL's connection could not be closed", e);
            }
        }
    }
}
