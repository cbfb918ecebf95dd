package dev.homeroom.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The script {@code homeroom}, on a machine that has just what each test gives it. */
class HomeroomScriptTests {
    private static final List<String> TOOLS =
            List.of("cat", "dirname", "find", "grep", "head", "mkdir", "mv", "readlink", "rm", "sed", "touch");

    @TempDir
    private Path folder;

    private Path top;
    private Path path;

    @BeforeEach
    void makeMachine() throws IOException {
        top = Files.createDirectories(folder.resolve("top"));
        path = Files.createDirectories(folder.resolve("bin"));
        Files.createDirectories(folder.resolve("jdks"));
        Files.copy(Path.of("../homeroom"), top.resolve("homeroom"));
        Files.writeString(top.resolve("pom.xml"), "<project/>");
        for (String tool : TOOLS) {
            Files.createSymbolicLink(path.resolve(tool), whereIs(tool));
        }
    }

    private static Path whereIs(String tool) {
        return Stream.of("/bin", "/usr/bin")
                .map(place -> Path.of(place, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private static void program(Path file, String script) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void jdk(String version) throws IOException {
        Path jdk = folder.resolve("jdks/jdk-" + version);
        program(jdk.resolve("bin/javac"), "");
        program(jdk.resolve("bin/java"), "echo started \"$@\"");
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    private void maven() throws IOException {
        program(path.resolve("mvn"), """
                        echo "$@" >>"%1$s/mvn.arguments"
                        echo "[INFO] Building Homeroom: standalone 1 [1/1]"
                        touch "%1$s/standalone/target/standalone.jar"
                        """.formatted(top));
    }

    private void node(String version) throws IOException {
        program(path.resolve("node"), "echo " + version);
    }

    private void npm() throws IOException {
        program(path.resolve("npm"), "");
    }

    private record End(int status, String output) {}

    private End run(String... options) throws IOException, InterruptedException {
        return run(Map.of("HOME", folder.resolve("home").toString()), options);
    }

    private End run(Map<String, String> more, String... options) throws IOException, InterruptedException {
        List<String> command = Stream.concat(
                        Stream.of("/bin/sh", top.resolve("homeroom").toString()), Stream.of(options))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH", path.toString(),
                        "HOMEROOM_JDKS", folder.resolve("jdks").toString()));
        builder.environment().putAll(more);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new End(process.waitFor(), output);
    }

    private void assertFails(String line) throws IOException, InterruptedException {
        End end = run();
        assertThat(end.output()).contains("homeroom: " + line);
        assertThat(end.status()).isEqualTo(1);
    }

    @Test
    void saysThatThereIsNoJdk() throws Exception {
        assertFails("a JDK 25 or later is needed; none is in JAVA_HOME, on the PATH or in the usual folders");
    }

    @Test
    void saysThatThereIsOnlyAnOlderJdk() throws Exception {
        jdk("21.0.2");
        assertFails("a JDK 25 or later is needed; none is in JAVA_HOME, on the PATH or in the usual folders");
    }

    @Test
    void saysThatThereIsNoMaven() throws Exception {
        jdk("25.0.1");
        assertFails("Maven is needed to build Homeroom, and mvn is not on the PATH");
    }

    @Test
    void saysThatThereIsNoNode() throws Exception {
        jdk("25.0.1");
        maven();
        assertFails("Node.js 20 or later is needed to build the pages, and node is not on the PATH");
    }

    @Test
    void saysThatNodeIsTooOld() throws Exception {
        jdk("25.0.1");
        maven();
        node("v18.19.0");
        assertFails("Node.js 20 or later is needed to build the pages, and node is v18.19.0");
    }

    @Test
    void saysThatThereIsNoNpm() throws Exception {
        jdk("25.0.1");
        maven();
        node("v22.1.0");
        assertFails("npm is needed to build the pages, and it is not on the PATH");
    }

    private void everything() throws IOException {
        jdk("25.0.1");
        maven();
        node("v22.1.0");
        npm();
    }

    @Test
    void buildsOnceWithoutTestsAndStarts() throws Exception {
        everything();

        End first = run("--port", "9000");
        assertThat(first.output()).contains("Homeroom is built first", "standalone.jar --port 9000");
        assertThat(first.status()).isZero();
        End second = run("--port", "9000");
        assertThat(second.output()).startsWith("started").endsWith("standalone.jar --port 9000\n");

        assertThat(Files.readAllLines(top.resolve("mvn.arguments")))
                .singleElement()
                .asString()
                .contains("package -pl standalone -am", "-Dmaven.test.skip=true", "-DskipTests");
    }

    @Test
    void prefersNoOlderJdk() throws Exception {
        everything();
        jdk("17.0.9");

        assertThat(run().output()).contains("started");
    }

    @Test
    void startsWithoutAHomeFolder() throws Exception {
        everything();

        End end = run(Map.of());
        assertThat(end.output()).contains("started").doesNotContain("HOME");
        assertThat(end.status()).isZero();
    }

    @ParameterizedTest
    @MethodSource("dev.homeroom.standalone.ArgumentsTests#wrongWords")
    void saysWhatIsWrongWithTheOptionsBeforeItBuilds(String words, String line) throws Exception {
        everything();

        End end = run(words.split(" "));
        assertThat(end.output()).isEqualTo("homeroom: " + line + "; --help shows the options\n");
        assertThat(end.status()).isEqualTo(2);
    }

    @Test
    void takesEveryOption() throws Exception {
        everything();

        assertThat(run("--port", "00080", "--host=::1", "--data", "a=b", "--empty", "--guests")
                        .output())
                .contains("started");
        assertThat(run("--port=8081", "--host", "localhost", "--data=x y").output())
                .contains("started");
    }

    @Test
    void showsWhyTheBuildFailed() throws Exception {
        everything();
        program(path.resolve("mvn"), "echo '[ERROR] it does not compile'; exit 1");

        End end = run();
        assertThat(end.output())
                .contains("[ERROR] it does not compile", "homeroom: the build failed; all of it is in " + top)
                .doesNotContain("started");
        assertThat(end.status()).isEqualTo(1);
    }

    @Test
    void passesOverAFailureThatIsLeftFromAKilledBuild() throws Exception {
        everything();
        Files.createDirectories(top.resolve("standalone/target"));
        Files.createFile(top.resolve("standalone/target/built.failed"));

        assertThat(run().output()).contains("started");
    }

    @Test
    void buildsAgainWhereTheSourcesAreNewer() throws Exception {
        everything();
        run();
        Path source = top.resolve("archiver/src/main/New.java");
        Files.createDirectories(source.getParent());
        Files.createFile(source);
        Files.setLastModifiedTime(source, FileTime.fromMillis(System.currentTimeMillis() + 60_000));

        assertThat(run().output()).contains("Homeroom is built first", "started");
    }
}
