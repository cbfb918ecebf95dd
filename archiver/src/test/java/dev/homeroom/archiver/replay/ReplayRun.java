package dev.homeroom.archiver.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.backends.Database;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One run of the command.
 *
 * @param errors what it complained of
 */
record ReplayRun(int status, String output, String errors) {
    static ReplayRun here(String bootstrapServers, Database database, String... options) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int status = ReplayDeadLetters.run(
                arguments(bootstrapServers, database, options),
                new PrintStream(output, true, UTF_8),
                new PrintStream(errors, true, UTF_8));
        return new ReplayRun(status, output.toString(UTF_8), errors.toString(UTF_8));
    }

    /** With the packaged program, as operators do. */
    static ReplayRun ofTheJar(String command, List<String> arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar().toString(),
                command));
        line.addAll(arguments);
        Path errors = Files.createTempFile("replay", ".err");
        try {
            Process process =
                    new ProcessBuilder(line).redirectError(errors.toFile()).start();
            try (InputStream output = process.getInputStream()) {
                String text = new String(output.readAllBytes(), UTF_8);
                return new ReplayRun(process.waitFor(), text, Files.readString(errors));
            }
        } finally {
            Files.delete(errors);
        }
    }

    private static Path jar() throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of("target"), "archiver-*-exec.jar")) {
            return jars.iterator().next();
        }
    }

    static List<String> arguments(String bootstrapServers, Database database, String... options) {
        return Stream.concat(
                        Stream.of(
                                "--spring.kafka.bootstrap-servers=" + bootstrapServers,
                                "--spring.datasource.url=" + database.url(),
                                "--spring.datasource.username=" + database.username(),
                                "--spring.datasource.password=" + database.password()),
                        Stream.of(options))
                .toList();
    }

    ReplayRun succeeded() {
        assertThat(status).as("%s%s", output, errors).isZero();
        assertThat(errors).isEmpty();
        return this;
    }

    /** The number in the line that begins so. */
    long count(String what) {
        Matcher line =
                Pattern.compile("^" + what + " +(\\d+)", Pattern.MULTILINE).matcher(output);
        assertThat(line.find()).as(output).isTrue();
        return Long.parseLong(line.group(1));
    }
}
