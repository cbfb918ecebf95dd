package dev.homeroom.bench.archive;

import dev.homeroom.backends.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.postgresql.PGConnection;

/**
 * The peer of an archiver that catches up: Postgres's own {@code COPY} of the rows that it has written, into a table that is
 * partitioned and indexed as theirs is, and in as many streams as it has consumers.
 */
final class PlainCopy {
    private static final String MAKE = """
            DROP TABLE IF EXISTS copied;
            CREATE TABLE copied (LIKE entry INCLUDING ALL) PARTITION BY RANGE (sent_at);
            CREATE TABLE copied_default PARTITION OF copied DEFAULT;
            """;

    private final Database database;
    private final int streams;

    /** How many rows there were, and how long they took to get in. */
    record Copied(long rows, Duration time) {}

    PlainCopy(Database database, int streams) {
        this.database = database;
        this.streams = streams;
    }

    /**
     * Takes the rows out, and measures how long they take to get in again. What it made is gone afterwards.
     *
     * @param folder for the rows
     */
    Copied measure(Path folder) throws SQLException, IOException {
        List<Path> files = takeOut(folder);
        try {
            execute(MAKE);
            execute("CHECKPOINT");
            long begin = System.nanoTime();
            long rows = putIn(files);
            return new Copied(rows, Duration.ofNanos(System.nanoTime() - begin));
        } finally {
            execute("DROP TABLE IF EXISTS copied");
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** In the order of the log, nearly as they were stored. */
    private List<Path> takeOut(Path folder) throws SQLException, IOException {
        List<Path> files = new ArrayList<>();
        for (int stream = 0; stream < streams; stream++) {
            Path file = folder.resolve("rows-" + stream);
            String copy =
                    "COPY (SELECT * FROM entry WHERE log_partition %% %d = %d ORDER BY generation, log_offset) TO STDOUT BINARY"
                            .formatted(streams, stream);
            try (Connection connection = database.connect();
                    OutputStream out = Files.newOutputStream(file)) {
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy, out);
            }
            files.add(file);
        }
        return files;
    }

    private long putIn(List<Path> files) throws SQLException, IOException {
        try (ExecutorService each = Executors.newFixedThreadPool(files.size())) {
            List<Future<Long>> copies =
                    files.stream().map(file -> each.submit(() -> putIn(file))).toList();
            long rows = 0;
            for (Future<Long> copy : copies) {
                rows += copy.get();
            }
            return rows;
        } catch (ExecutionException e) {
            throw new SQLException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private long putIn(Path file) throws SQLException, IOException {
        try (Connection connection = database.connect();
                InputStream rows = Files.newInputStream(file)) {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY copied FROM STDIN BINARY", rows);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
