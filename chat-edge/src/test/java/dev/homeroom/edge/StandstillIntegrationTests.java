package dev.homeroom.edge;

import static dev.homeroom.edge.TestSchool.student;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.RoomId;
import dev.homeroom.edge.TestSchool.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An edge that takes connections but tells nobody anything any more. */
class StandstillIntegrationTests {
    private final TestSchool school = SharedEdges.school();

    @RegisterExtension
    private final Clients clients = new Clients(school);

    private final Person amy = student("Amy");

    @Test
    void isNotReadyUntilItGoesOn() {
        try (TestEdge edge = TestEdge.start(Map.of("homeroom.edge.fanout.longest-round", "3s"))) {
            RoomId room = school.room("History", amy);
            TestClient amys = clients.entered(edge, amy, room);
            awaitReadiness(edge, 200);

            edge.holdUp(room, () -> {
                school.post(room, amy, "hello");
                awaitReadiness(edge, 503);
                assertThat(status(edge, "liveness")).isEqualTo(200);
            });

            amys.await("new_message", message -> message.text("message").equals("hello"));
            awaitReadiness(edge, 200);
        }
    }

    private static void awaitReadiness(TestEdge edge, int status) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> status(edge, "readiness") == status);
    }

    private static int status(TestEdge edge, String group) {
        try {
            URI address = URI.create(edge.address() + "/actuator/health/" + group);
            return ((HttpURLConnection) address.toURL().openConnection()).getResponseCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
