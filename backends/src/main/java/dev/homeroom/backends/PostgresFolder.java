package dev.homeroom.backends;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A Postgres data folder that nobody works in: made when it is new, freed from a server that was left over.
 *
 * <p>Only for who holds the {@link FolderLock}. A new database cluster appears whole or not at all.
 */
final class PostgresFolder {
    private static final Duration INIT = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(25);
    private static final int PASSWORD_BYTES = 24;

    private final PostgresSettings settings;
    private final PostgresPrograms programs;

    PostgresFolder(PostgresSettings settings, PostgresPrograms programs) {
        this.settings = settings;
        this.programs = programs;
    }

    /** The superuser's password. */
    String ready(String user) throws IOException {
        Path password = settings.folder().resolve("password");
        if (Files.notExists(settings.data())) {
            writePassword(password);
            init(user, password);
        } else {
            clearAbandoned();
        }
        stopLeftOver();
        return Files.readString(password);
    }

    private void init(String user, Path password) throws IOException {
        // A start of its own each: the program of one that was killed may still be writing into another.
        Path fresh =
                settings.folder().resolve("data.new-" + ProcessHandle.current().pid());
        Folders.delete(fresh);
        List<String> command = new ArrayList<>(Superuser.hidden());
        command.addAll(List.of(programs.path("initdb"), "-D", fresh.toString(), "-U", user));
        command.addAll(List.of("--auth=scram-sha-256", "--pwfile=" + password, "--encoding=UTF8"));
        command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"));
        if (settings.durability() == PostgresSettings.Durability.FAST) {
            command.add("--no-sync");
        }
        require(Command.succeeds(command, settings.log(), INIT), "a new database could not be made");
        Files.move(fresh, settings.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** What starts that were killed have left half made. */
    private void clearAbandoned() throws IOException {
        try (DirectoryStream<Path> abandoned = Files.newDirectoryStream(settings.folder(), "data.new-*")) {
            for (Path folder : abandoned) {
                Folders.delete(folder);
            }
        }
    }

    /** Its keeper may have been killed together with our predecessor. */
    private void stopLeftOver() throws IOException {
        if (Postmaster.of(settings.data()).isPresent()) {
            boolean stopped = stop("fast") || stop("immediate");
            require(stopped, "a Postgres that was left over does not stop");
        }
        Files.deleteIfExists(settings.data().resolve("postmaster.pid"));
    }

    private boolean stop(String mode) throws IOException {
        List<String> command = new ArrayList<>(Superuser.hidden());
        command.addAll(List.of(programs.path("pg_ctl"), "stop", "-w", "-t", "20", "-m", mode));
        command.addAll(List.of("-D", settings.data().toString()));
        return Command.succeeds(command, settings.log(), STOP)
                || Postmaster.of(settings.data()).isEmpty();
    }

    private static void writePassword(Path file) throws IOException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, HexFormat.of().formatHex(random));
    }

    private static void require(boolean done, String otherwise) throws IOException {
        if (!done) {
            throw new IOException(otherwise);
        }
    }
}
