package dev.homeroom.backends;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Programs that travel inside a jar and must lie on disk to be run: unpacked once, then kept and shared by everything
 * that this user runs.
 *
 * <p>They lie in the folder of the system property {@code homeroom.programs}, else below {@code $XDG_CACHE_HOME} or
 * {@code ~/.cache}. A folder appears there whole or not at all, so a killed or simultaneous unpacking does no harm.
 */
final class Programs {
    private Programs() {}

    interface Content {
        void unpackInto(Path folder) throws IOException;
    }

    /** @param name names the content: another content needs another name */
    static Path unpacked(String name, Content content) throws IOException {
        Path folder = home().resolve(name);
        if (!Files.isDirectory(folder)) {
            Path fresh = Files.createTempDirectory(Files.createDirectories(home()), name + ".");
            content.unpackInto(fresh);
            publish(fresh, folder);
        }
        return folder;
    }

    private static void publish(Path fresh, Path folder) throws IOException {
        try {
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            Folders.delete(fresh);
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    private static Path home() {
        String set = System.getProperty("homeroom.programs", "");
        if (!set.isEmpty()) {
            return Path.of(set).toAbsolutePath();
        }
        String caches = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
        Path cache = caches.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(caches);
        return cache.toAbsolutePath().resolve("homeroom");
    }
}
