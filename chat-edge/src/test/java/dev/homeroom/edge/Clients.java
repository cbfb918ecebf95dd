package dev.homeroom.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.RoomId;
import dev.homeroom.edge.TestSchool.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;

/** The clients of one test, which are disconnected after it. */
final class Clients implements AfterEachCallback {
    private final TestSchool school;
    private final List<TestClient> all = new ArrayList<>();

    Clients(TestSchool school) {
        this.school = school;
    }

    TestClient signedIn(Edge edge, Person person) {
        return connected(edge, Map.of("token", school.token(person)));
    }

    TestClient connected(Edge edge, Map<String, String> auth) {
        return keep(TestClient.connect(edge, auth));
    }

    TestClient keep(TestClient client) {
        all.add(client);
        return client;
    }

    TestClient entered(Edge edge, Person person, RoomId room) {
        TestClient client = signedIn(edge, person);
        JsonNode ack = client.ask("enter_room", "room", room);
        assertThat(ack.path("ok").asBoolean()).as("%s", ack).isTrue();
        return client;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        closeAll();
    }

    void closeAll() {
        all.forEach(TestClient::close);
    }

    /** The code of a refusal; empty where it was none. */
    static String code(JsonNode ack) {
        return ack.path("error").path("code").asString("");
    }

    /** The names of those who are present, as an ack or an event tells them. */
    static List<String> names(JsonNode json) {
        return json.path("users").valueStream().map(JsonNode::asString).toList();
    }
}
