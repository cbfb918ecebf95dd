package dev.homeroom.standalone;

import dev.homeroom.backends.FolderLock;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder that holds everything which outlives a restart.
 *
 * <pre>
 * VERSION         the number of this layout
 * SCHOOL          what the folder began with: the demo school, or none
 * first-password  of the admin, until it has been shown
 * lock            held by the Homeroom that runs here
 * kafka/          the broker's data and log
 * postgres/       the database, its password and its log
 * homeroom.log
 * </pre>
 */
final class DataFolder implements AutoCloseable {
    /** Raised when an older Homeroom could no longer read what we write. */
    static final int VERSION = 1;

    private static final String DEMO = "demo";
    private static final String EMPTY = "empty";

    private final Path path;
    private final FolderLock lock;

    private DataFolder(Path path, FolderLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /** How the opening went. */
    sealed interface Opening {
        record Opened(DataFolder folder) implements Opening {}

        /** @param line why not, for a person */
        record Refused(String line) implements Opening {}
    }

    /**
     * Opens the folder for this JVM alone, and makes it when it is missing.
     *
     * @param demo whether a folder that is new begins with the demo school
     */
    static Opening open(Path path, boolean demo) {
        try {
            Optional<FolderLock> lock = FolderLock.tryHold(path);
            return lock.isPresent()
                    ? open(new DataFolder(path, lock.get()), demo)
                    : new Opening.Refused("another Homeroom runs in the data folder " + path);
        } catch (IOException e) {
            return new Opening.Refused("the data folder " + path + " cannot be used: " + reason(path, e));
        }
    }

    private static String reason(Path path, IOException e) {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            return "it is a file, and no folder";
        }
        return switch (e) {
            case AccessDeniedException _ -> "no permission for " + e.getMessage();
            case FileSystemException system when system.getReason() != null -> system.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }

    private static Opening open(DataFolder folder, boolean demo) throws IOException {
        Optional<String> refusal = folder.refusal();
        if (refusal.isPresent()) {
            folder.close();
            return new Opening.Refused(refusal.get());
        }
        folder.begin(demo);
        return new Opening.Opened(folder);
    }

    /** What a folder began with stands: no later start slips accounts with well-known passwords into a real school. */
    private void begin(boolean demo) throws IOException {
        if (Files.notExists(schoolFile())) {
            Files.writeString(schoolFile(), (demo ? DEMO : EMPTY) + "\n");
        }
        Files.writeString(versionFile(), VERSION + "\n");
    }

    private Optional<String> refusal() throws IOException {
        if (Files.notExists(versionFile())) {
            return isNew() ? Optional.empty() : Optional.of(path + " is not empty and no data folder of Homeroom");
        }
        String version = Files.readString(versionFile()).strip();
        if (!version.matches("[0-9]{1,9}")) {
            return Optional.of(versionFile() + " does not hold a version");
        }
        return Integer.parseInt(version) <= VERSION
                ? Optional.empty()
                : Optional.of("the data folder " + path + " is of a newer Homeroom (version " + version
                        + ", this one knows " + VERSION + ")");
    }

    private boolean isNew() throws IOException {
        try (Stream<Path> content = Files.list(path)) {
            return content.allMatch(path.resolve("lock")::equals);
        }
    }

    private Path versionFile() {
        return path.resolve("VERSION");
    }

    private Path schoolFile() {
        return path.resolve("SCHOOL");
    }

    /** What may surprise whoever wanted a school of the other kind. */
    Optional<String> remark(boolean demo) throws IOException {
        return !demo && hasDemoSchool()
                ? Optional.of("--empty is for a new data folder: this one began with the demo school, and keeps it")
                : Optional.empty();
    }

    boolean hasDemoSchool() throws IOException {
        return Files.readString(schoolFile()).strip().equals(DEMO);
    }

    /** The admin's first password, which nobody has been shown yet. */
    Optional<String> firstPassword() throws IOException {
        return Files.exists(firstPasswordFile())
                ? Optional.of(Files.readString(firstPasswordFile()))
                : Optional.empty();
    }

    /** For the case that we are killed before the admin is made or the password is shown. Whole or not at all. */
    void keepFirstPassword(String password) throws IOException {
        Path fresh = path.resolve("first-password.new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, password);
        Files.move(fresh, firstPasswordFile(), StandardCopyOption.ATOMIC_MOVE);
    }

    void forgetFirstPassword() throws IOException {
        Files.deleteIfExists(firstPasswordFile());
    }

    private Path firstPasswordFile() {
        return path.resolve("first-password");
    }

    /** Whether no database was ever made here. */
    boolean isFresh() {
        return Files.notExists(postgres());
    }

    Path kafka() {
        return path.resolve("kafka");
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    Path log() {
        return path.resolve("homeroom.log");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException _) {
            // The hold ends with this JVM at the latest.
        }
    }
}
