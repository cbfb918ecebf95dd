package dev.homeroom.edge;

import static dev.homeroom.edge.TestSchool.student;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.RoomId;
import dev.homeroom.edge.TestSchool.Person;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The standard client for Python, which calls a handler with as many arguments as the event has. */
class PythonClientIntegrationTests {
    private static final Path SCRIPT = Path.of("src", "test", "python", "one_argument.py");

    private final TestSchool school = SharedEdges.school();

    @RegisterExtension
    private final Clients clients = new Clients(school);

    private final TestEdge edge = SharedEdges.one();
    private final Person amy = student("Amy");
    private final Person ben = student("Ben");

    @BeforeAll
    static void requirePython() {
        DebianPython.requireOrSkip();
    }

    @ParameterizedTest
    @CsvSource({"sync, default", "sync, websocket", "async, default", "async, websocket"})
    void handlersOfOneArgumentGetTheirMessages(String client, String transport) throws IOException {
        RoomId room = school.room("History", amy, ben);
        TestClient bens = clients.entered(edge, ben, room);
        Process python = start(client, transport, room);
        try {
            Printout printed = new Printout(python);
            printed.await("{\"entered\": true, \"transport\": \"websocket\"}");
            assertThat(bens.ask("send_message", "room", room, "message", "hello")
                            .path("ok")
                            .asBoolean())
                    .isTrue();
            printed.await("{\"message\": \"hello\"}");
        } finally {
            python.destroyForcibly();
        }
    }

    private Process start(String client, String transport, RoomId room) throws IOException {
        return new ProcessBuilder(
                        DebianPython.COMMAND,
                        SCRIPT.toString(),
                        client,
                        transport,
                        edge.address(),
                        school.token(amy),
                        room.toString())
                .redirectErrorStream(true)
                .start();
    }
}
