package dev.homeroom.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.backends.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramIntegrationTests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ROOM = "{\"title\":\"Kept across restarts\",\"members\":[],\"groups\":[]}";

    @TempDir
    Path folder;

    private final int port = Ports.free();
    private final Api api = new Api(port);

    @Test
    void keepsItsDataAcrossRestarts() throws Exception {
        try (Program program = start().ready()) {
            assertThat(program.output()).contains("teacher / teacher", "amy / amy");
            assertThat(api.actuator("health").body()).contains("\"UP\"").doesNotContain("components", "details");
            assertThat(api.actuator("metrics").body()).doesNotContain("jvm.");
            assertThat(api.post("rooms", api.teacher(), ROOM).statusCode()).isEqualTo(201);
        }
        try (Program _ = start().ready()) {
            assertThat(api.get("rooms", api.teacher()).body()).contains("Kept across restarts");
        }
    }

    @Test
    void leavesNothingRunningWhenItIsToldToStop() throws Exception {
        try (Program program = start().ready()) {
            List<ProcessHandle> servers = servers(program);
            assertThat(servers).allMatch(ProcessHandle::isAlive);
            program.stop();
            assertThat(program.output()).contains("Homeroom has stopped").doesNotContain("cleanly");
            // A server that has ended counts as alive until the system has collected it.
            Awaitility.await().untilAsserted(() -> assertThat(servers).noneMatch(ProcessHandle::isAlive));
        }
    }

    @Test
    void takesItsServersAlongWhenItIsKilledAndStartsAgain() throws Exception {
        List<ProcessHandle> servers;
        try (Program program = start().ready()) {
            servers = servers(program);
            assertThat(api.post("rooms", api.teacher(), ROOM).statusCode()).isEqualTo(201);
            program.process().destroyForcibly();
            program.status();
        }
        try (Program _ = start().ready()) {
            assertThat(servers).noneMatch(ProcessHandle::isAlive);
            assertThat(api.get("rooms", api.teacher()).body()).contains("Kept across restarts");
        }
    }

    @Test
    void startsItsBrokerAgainWhenThatWasKilled() throws Exception {
        try (Program program = start().ready()) {
            broker(program).destroyForcibly();
            Awaitility.await().atMost(PATIENCE).until(() -> program.output().contains("Kafka is back"));
        }
    }

    @Test
    void beginsWithAnAdminWhereTheSchoolIsEmpty() throws Exception {
        try (Program program = start("--empty").ready()) {
            String password = program.output().replaceAll("(?s).*admin / (\\S+).*", "$1");
            assertThat(api.login("admin", password).statusCode()).isEqualTo(200);
            assertThat(api.login("teacher", "teacher").statusCode()).isEqualTo(401);
        }
        try (Program program = start().ready()) {
            assertThat(program.output()).doesNotContain("teacher / teacher", "admin /");
            assertThat(api.login("teacher", "teacher").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void refusesADataFolderThatIsAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("mine"), "mine");
        assertEnds(
                1,
                "homeroom: the data folder " + file + " cannot be used: it is a file, and no folder",
                Program.start("--port", "" + port, "--data", file.toString()));
    }

    @Test
    void refusesAPortThatIsTaken() throws Exception {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertEnds(1, "homeroom: port " + port + " is taken; --port chooses another", start());
        }
    }

    @Test
    void showsTheFirstPasswordAfterAStartThatWasKilled() throws Exception {
        String password;
        try (Program program = start("--empty")) {
            Awaitility.await().atMost(PATIENCE).until(() -> Files.exists(folder.resolve("postgres")));
            password = Files.readString(folder.resolve("first-password"));
            program.process().destroyForcibly();
            program.status();
        }
        try (Program program = start().ready()) {
            assertThat(program.output()).contains("admin / " + password);
            assertThat(api.login("admin", password).statusCode()).isEqualTo(200);
            Awaitility.await().until(() -> Files.notExists(folder.resolve("first-password")));
        }
    }

    @Test
    void refusesADataFolderThatIsInUse() throws Exception {
        try (Program _ = start()) {
            Awaitility.await().atMost(PATIENCE).until(() -> Files.exists(folder.resolve("VERSION")));
            Program second = Program.start("--port", "" + Ports.free(), "--data", folder.toString());
            assertEnds(1, "homeroom: another Homeroom runs in the data folder " + folder, second);
        }
    }

    @Test
    void refusesADataFolderOfANewerVersion() throws Exception {
        Files.writeString(folder.resolve("VERSION"), "99");
        assertEnds(1, "(version 99, this one knows 1)", start());
    }

    @Test
    void refusesAnUnknownOption() throws Exception {
        assertEnds(2, "homeroom: unknown option --prot; --help shows the options", Program.start("--prot", "80"));
    }

    @Test
    void helps() throws Exception {
        assertEnds(0, "Usage: homeroom [options]", Program.start("--help"));
    }

    private Program start(String... options) throws IOException {
        Stream<String> place = Stream.of("--port", "" + port, "--data", folder.toString());
        return Program.start(Stream.concat(place, Stream.of(options)).toArray(String[]::new));
    }

    private List<ProcessHandle> servers(Program program) throws IOException {
        Path postmaster = folder.resolve("postgres/data/postmaster.pid");
        long postgres = Long.parseLong(Files.readAllLines(postmaster).getFirst());
        return List.of(broker(program), ProcessHandle.of(postgres).orElseThrow());
    }

    private static ProcessHandle broker(Program program) {
        return program.process()
                .descendants()
                .filter(ProgramIntegrationTests::isBroker)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isBroker(ProcessHandle process) {
        Optional<String[]> arguments = process.info().arguments();
        return arguments.isPresent() && String.join(" ", arguments.get()).contains("BrokerMain");
    }

    private static void assertEnds(int status, String line, Program program) throws InterruptedException {
        try (program) {
            assertThat(program.status()).isEqualTo(status);
            assertThat(program.output()).contains(line);
        }
    }
}
