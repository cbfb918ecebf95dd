package dev.homeroom.backends;

import dev.homeroom.backends.PostgresSettings.Durability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A real Postgres on 127.0.0.1, as processes of its own.
 *
 * <p>Its data folder is made when it is new and kept across restarts. {@link #start} returns when it takes connections.
 * It stops when it is closed, and also when this JVM dies without a word, by SIGKILL too; one that is left over all the
 * same is stopped before the folder is used again. Whoever wants in needs the password in the folder, which only its
 * owner can read. What people wrote stays out of its log.
 */
public final class LocalPostgres implements AutoCloseable {
    private static final int RELEASE = 18;
    private static final String USER = "homeroom";
    private static final String READY = "ready";
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(40);

    /** Postgres runs in a session of its own, made by pg_ctl, so it hears nothing of the terminal's signals. */
    private static final String KEEPER = """
            "$1" start -w -t 110 -D "$2" -l "$3" -o "$4" >/dev/null || exit 1
            echo ready
            cat >/dev/null
            exec "$1" stop -w -t 30 -D "$2" -m fast >/dev/null
            """;

    private final PostgresSettings settings;
    private final String password;
    private final FolderLock lock;
    private final Child keeper;

    private LocalPostgres(PostgresSettings settings, String password, FolderLock lock, Child keeper) {
        this.settings = settings;
        this.password = password;
        this.lock = lock;
        this.keeper = keeper;
    }

    /** Starts a Postgres; several may be started at once, each in a folder of its own. */
    public static Start<LocalPostgres> start(PostgresSettings settings) {
        if (settings.port() != 0 && !Ports.isFree(settings.port())) {
            return new Start.PortTaken<>(settings.port());
        }
        try {
            Optional<FolderLock> lock = FolderLock.tryHold(settings.folder());
            return lock.isPresent()
                    ? startIn(settings.withPort(Ports.orFree(settings.port())), lock.get())
                    : new Start.FolderInUse<>(settings.folder());
        } catch (IOException e) {
            return failed(settings, e.toString());
        }
    }

    private static Start<LocalPostgres> startIn(PostgresSettings settings, FolderLock lock) throws IOException {
        Start<LocalPostgres> start;
        try {
            start = startAlone(settings, lock);
        } catch (IOException e) {
            start = failed(settings, e.toString());
        }
        if (!(start instanceof Start.Started)) {
            lock.close();
        }
        return start;
    }

    private static Start<LocalPostgres> startAlone(PostgresSettings settings, FolderLock lock) throws IOException {
        Optional<String> release = release(settings.data());
        if (release.isPresent() && !release.get().equals(Integer.toString(RELEASE))) {
            return failed(settings, "the data folder is one of Postgres " + release.get() + ", this is " + RELEASE);
        }
        PostgresPrograms programs = PostgresPrograms.unpacked();
        String password = new PostgresFolder(settings, programs).ready(USER);
        Child keeper = Child.start(command(settings, programs), settings.log(), STOP);
        if (keeper.answer(START).equals(Optional.of(READY))) {
            return new Start.Started<>(new LocalPostgres(settings, password, lock, keeper));
        }
        keeper.close();
        return failed(settings, "it did not become ready");
    }

    private static Optional<String> release(Path data) throws IOException {
        Path file = data.resolve("PG_VERSION");
        return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    }

    private static Start<LocalPostgres> failed(PostgresSettings settings, String reason) {
        return new Start.Failed<>("Postgres could not be started: " + reason, settings.log());
    }

    private static List<String> command(PostgresSettings settings, PostgresPrograms programs) {
        List<String> command = new ArrayList<>(Superuser.hidden());
        command.addAll(List.of("/bin/sh", "-c", KEEPER, "sh", programs.path("pg_ctl")));
        command.addAll(List.of(settings.data().toString(), settings.log().toString(), options(settings)));
        return command;
    }

    private static String options(PostgresSettings settings) {
        List<String> options = new ArrayList<>(List.of(
                "port=" + settings.port(),
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "timezone=UTC",
                "jit=off",
                "log_error_verbosity=terse"));
        if (settings.durability() == Durability.FAST) {
            options.addAll(List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));
        }
        return "-c " + String.join(" -c ", options);
    }

    /** How to reach the database of this name, which need not exist. */
    public Database database(String name) {
        return new Database("127.0.0.1", port(), name, USER, password);
    }

    public int port() {
        return settings.port();
    }

    public Path folder() {
        return settings.folder();
    }

    /** The main server process, for those who want to freeze or kill it. */
    public Optional<ProcessHandle> process() {
        try {
            return Postmaster.of(settings.data());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    public boolean isAlive() {
        return process().isPresent();
    }

    /** Ends all sessions and stops the server. Its data stays. */
    @Override
    public void close() {
        keeper.close();
        process().ifPresent(ProcessHandle::destroyForcibly);
        try {
            lock.close();
        } catch (IOException _) {
            // The hold ends with this JVM at the latest.
        }
    }
}
