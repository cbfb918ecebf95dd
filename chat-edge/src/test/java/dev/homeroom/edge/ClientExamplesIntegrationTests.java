package dev.homeroom.edge;

import static dev.homeroom.edge.TestSchool.student;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.RoomState;
import dev.homeroom.edge.ExampleProgram.Language;
import dev.homeroom.edge.TestSchool.Person;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The programs of docs/clients.md do what that page says. */
class ClientExamplesIntegrationTests {
    private final TestSchool school = SharedEdges.school();

    @RegisterExtension
    private final Clients clients = new Clients(school);

    @TempDir
    private Path folder;

    private final TestEdge one = SharedEdges.one();
    private final TestEdge two = SharedEdges.two();
    private final Person amy = student("Amy");
    private final Person ben = student("Ben");
    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void exchangesMessagesThroughLostConnections(Language language) throws IOException {
        RoomId room = school.room("History", amy, ben);
        TestClient bens = clients.entered(two, ben, room);
        SwitchingProxy road = open(new SwitchingProxy(one));
        ExampleProgram amys = start(language, road, room, bens);
        amys.screen().await("* in History with");
        say(bens, room, "1");
        amys.screen().await("Ben: 1");
        amys.type("2");
        amys.awaitMessages(List.of("Ben: 1", "Amy: 2"));

        road.leadTo(two);
        road.shut();
        say(bens, room, "3");
        say(bens, room, "4");
        amys.type("5");
        road.open();
        amys.awaitMessages(List.of("Ben: 1", "Amy: 2", "Ben: 3", "Ben: 4", "Amy: 5"));

        road.leadTo(one);
        IntStream.rangeClosed(6, 20).forEach(each -> {
            amys.type("" + each);
            if (each % 5 == 0) {
                road.cut();
            }
        });
        List<String> expected = new ArrayList<>(List.of("Ben: 1", "Amy: 2", "Ben: 3", "Ben: 4"));
        IntStream.rangeClosed(5, 20).forEach(each -> expected.add("Amy: " + each));
        amys.awaitMessages(expected);
        bens.await("new_message", message -> message.text("message").equals("20"));
        assertThat(bens.texts("new_message", "message"))
                .isEqualTo(
                        IntStream.rangeClosed(1, 20).mapToObj(Integer::toString).toList());
    }

    @ParameterizedTest
    @EnumSource
    void seesWhoComesAndGoesAndThatTheRoomIsClosed(Language language) throws IOException {
        RoomId room = school.room("History", amy, ben);
        TestClient bens = clients.signedIn(one, ben);
        ExampleProgram amys = start(language, one, room, bens);
        amys.screen().await("* in History with");
        bens.ask("enter_room", "room", room);
        amys.screen().await("* Ben has come");
        school.change(room, "History", RoomState.LOCKED, amy.member(), ben.member());
        bens.await("room_changed", changed -> changed.text("state").equals("locked"));
        amys.type("hello");
        amys.screen().await("! room_locked: ");
        bens.ask("leave_room", "room", room);
        amys.screen().await("* Ben has gone");
        school.change(room, "History", RoomState.CLOSED, amy.member(), ben.member());
        amys.screen().await("! the room is closed: closed");
    }

    @ParameterizedTest
    @EnumSource
    void reloadsTheHistoryWhenTooMuchWasMissed(Language language) throws IOException {
        TestEdge forgetful = open(TestEdge.start(
                Map.of("homeroom.edge.fanout.recall-size", "1KB", "homeroom.edge.resume.max-records", 3)));
        RoomId room = school.room("History", amy, ben);
        TestClient bens = clients.entered(two, ben, room);
        say(bens, room, "1");
        SwitchingProxy road = open(new SwitchingProxy(forgetful));
        ExampleProgram amys = start(language, road, room, bens);
        amys.awaitMessages(List.of("Ben: 1"));
        road.shut();
        List<String> expected = new ArrayList<>(List.of("Ben: 1"));
        IntStream.rangeClosed(2, 20).forEach(each -> {
            say(bens, room, "" + each);
            expected.add("Ben: " + each);
        });
        road.open();
        amys.screen().await("* in History with", 2);
        amys.screen().await("Ben: 20");
        assertThat(amys.messagesSinceEntering()).isEqualTo(expected);
        amys.type("21");
        expected.add("Amy: 21");
        amys.screen().await("Amy: 21");
        assertThat(amys.messagesSinceEntering()).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void saysWhyItIsRefused(Language language) throws IOException {
        RoomId room = school.room("History", amy);
        ExampleProgram stranger = open(ExampleProgram.start(
                language,
                folder,
                Map.of(
                        "HOMEROOM_URL",
                        one.address(),
                        "HOMEROOM_TOKEN",
                        school.token(amy, Duration.ofHours(-1)),
                        "HOMEROOM_ROOM",
                        room.toString())));
        stranger.screen().await("! not signed in: token_expired");
    }

    /** @param witness somebody in the room, of whose messages the archive is made */
    private ExampleProgram start(Language language, Edge edge, RoomId room, TestClient witness) throws IOException {
        String token = school.token(amy);
        TestArchive archive = open(new TestArchive(
                token,
                () -> witness.events("new_message").stream()
                        .map(TestClient.Event::argument)
                        .toList()));
        FrontDoor door = open(new FrontDoor(edge, archive.address()));
        return open(ExampleProgram.start(
                language,
                folder,
                Map.of("HOMEROOM_URL", door.address(), "HOMEROOM_TOKEN", token, "HOMEROOM_ROOM", room.toString())));
    }

    private static void say(TestClient by, RoomId room, String text) {
        JsonNode ack = by.ask("send_message", "room", room, "message", text);
        assertThat(ack.path("ok").asBoolean()).as("%s", ack).isTrue();
        by.await("new_message", message -> message.text("message").equals(text));
    }

    private <T extends AutoCloseable> T open(T closeable) {
        opened.addFirst(closeable);
        return closeable;
    }
}
