package dev.homeroom.faults.seeded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;

/** The agent as a jar, made of this package's classes. */
final class AgentJar {
    private AgentJar() {}

    static Path in(Path folder) throws IOException {
        Path jar = folder.resolve("seeded.jar");
        Path classes = placeOf(Agent.class);
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Premain-Class", Agent.class.getName());
        // Constants of ours that it needs, and the library that it works with.
        attributes.put(
                Attributes.Name.CLASS_PATH,
                placeOf(ByteBuddy.class).toUri() + " "
                        + placeOf(dev.homeroom.faults.Verdict.class).toUri());
        Path own = classes.resolve(Agent.class.getPackageName().replace('.', '/'));
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                Stream<Path> files = Files.list(own)) {
            files.forEach(file -> add(out, classes, file));
        }
        return jar;
    }

    private static void add(JarOutputStream out, Path classes, Path file) {
        try {
            out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
            out.write(Files.readAllBytes(file));
            out.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path placeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
