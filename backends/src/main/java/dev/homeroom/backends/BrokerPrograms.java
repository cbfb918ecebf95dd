package dev.homeroom.backends;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The broker's jars and our launcher, unpacked from this jar.
 *
 * <p>They are packed rather than named on our own class path, so that they are the same wherever we run: from a folder
 * of classes, from a jar, or from a jar within a jar.
 */
final class BrokerPrograms {
    private static final String PACKED = "/META-INF/broker/";
    private static final List<String> LAUNCHER = List.of(
            "/dev/homeroom/backends/broker/BrokerMain.class",
            "/dev/homeroom/backends/broker/Lifeline.class",
            PACKED + "log4j2.xml");

    private BrokerPrograms() {}

    /** The class path of the broker's JVM. */
    static String classPath() throws IOException {
        List<String> jars = jars();
        Path folder = Programs.unpacked("kafka-" + fingerprint(jars), fresh -> unpack(jars, fresh));
        Stream<Path> entries = Stream.concat(Stream.of(folder), jars.stream().map(folder::resolve));
        return entries.map(Path::toString).collect(Collectors.joining(":"));
    }

    private static List<String> jars() throws IOException {
        String classPath = new String(resource(PACKED + "classpath"), StandardCharsets.UTF_8);
        return Stream.of(classPath.strip().split(":"))
                .map(entry -> entry.substring(entry.lastIndexOf('/') + 1))
                .toList();
    }

    private static void unpack(List<String> jars, Path fresh) throws IOException {
        for (String jar : jars) {
            write(PACKED + jar, fresh.resolve(jar));
        }
        for (String file : LAUNCHER) {
            write(file, fresh.resolve(file.substring(file.startsWith(PACKED) ? PACKED.length() : 1)));
        }
    }

    /** Released jars are what their names say; the launcher is known by its content. */
    private static String fingerprint(List<String> jars) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(String.join(":", jars).getBytes(StandardCharsets.UTF_8));
        for (String file : LAUNCHER) {
            crc.update(resource(file));
        }
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    private static void write(String resource, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (InputStream content = open(resource)) {
            Files.copy(content, file);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream content = open(name)) {
            return content.readAllBytes();
        }
    }

    private static InputStream open(String name) throws IOException {
        InputStream content = BrokerPrograms.class.getResourceAsStream(name);
        if (content == null) {
            throw new FileNotFoundException(name + " is not in this build of backends");
        }
        return content;
    }
}
