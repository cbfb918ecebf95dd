package dev.homeroom.edge;

import static dev.homeroom.edge.Recovering.ask;
import static dev.homeroom.edge.Recovering.assertRecovered;
import static dev.homeroom.edge.Recovering.messagesOf;
import static dev.homeroom.edge.Recovering.say;
import static dev.homeroom.edge.TestSchool.student;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.RoomId;
import dev.homeroom.edge.TestSchool.Person;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that are lost again while their session is being recovered. */
class RecoveryDropsIntegrationTests {
    private final TestSchool school = SharedEdges.school();

    @RegisterExtension
    private final Clients clients = new Clients(school);

    @RegisterExtension
    private final Recovering recovering = new Recovering(school);

    private final TestEdge one = SharedEdges.one();
    private final TestEdge two = SharedEdges.two();
    private final Person amy = student("Amy");
    private final Person ben = student("Ben");

    @Test
    void recoversFromASecondDropRightAfterTheFirst() {
        RoomId room = school.room("History", amy, ben);
        TestClient bens = clients.entered(one, ben, room);
        SwitchingProxy door = recovering.door(one);
        NodeClient amys = recovering.node();
        String id = recovering.enter(amys, door, amy, room);
        say(bens, room, "0");
        amys.awaitMessages("0");
        door.shut();
        amys.await("disconnect", 1);
        say(bens, room, IntStream.range(1, 200).mapToObj(Integer::toString).toArray(String[]::new));
        amys.command("dropAtNextConnect");
        door.leadTo(two);
        door.open();
        assertRecovered(amys.await("connect", 2), id);
        assertRecovered(amys.await("connect", 3), id);
        amys.awaitMessages(IntStream.range(0, 200).mapToObj(Integer::toString).toArray(String[]::new));
    }

    @Test
    void recoversTwoRoomsFromDropsInTheMidstOfALongReplay() {
        RoomId history = recovering.roomOnPartition(3, amy, ben);
        RoomId maths = recovering.roomOnPartition(7, amy, ben);
        TestClient bens = clients.entered(one, ben, history);
        bens.ask("enter_room", "room", maths);
        SwitchingProxy door = recovering.door(one);
        NodeClient amys = recovering.node();
        String id = recovering.enter(amys, door, amy, history);
        ask(amys, "enter_room", maths);
        door.shut();
        amys.await("disconnect", 1);
        List<String> texts = IntStream.range(0, 200).mapToObj(Integer::toString).toList();
        for (RoomId room : List.of(history, maths)) {
            texts.stream()
                    .map(text -> bens.askLater("send_message", "room", room, "message", text))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
        door.breakAfter(30_001);
        door.open();
        for (int drop = 2; drop <= 4; drop++) {
            assertRecovered(amys.await("connect", drop), id);
            door.leadTo(drop % 2 == 0 ? two : one);
            amys.await("disconnect", drop);
        }
        door.breakAfter(Long.MAX_VALUE);
        Awaitility.await().untilAsserted(() -> assertThat(amys.messages()).hasSizeGreaterThanOrEqualTo(400));
        assertThat(messagesOf(amys, history)).isEqualTo(texts);
        assertThat(messagesOf(amys, maths)).isEqualTo(texts);
    }

    @Test
    void recoversFromDropsInTheMidstOfALongReplay() {
        RoomId room = school.room("History", amy, ben);
        TestClient bens = clients.entered(one, ben, room);
        SwitchingProxy door = recovering.door(one);
        NodeClient amys = recovering.node();
        String id = recovering.enter(amys, door, amy, room);
        say(bens, room, "0");
        amys.awaitMessages("0");
        door.shut();
        amys.await("disconnect", 1);
        List<String> texts = IntStream.range(0, 700).mapToObj(Integer::toString).toList();
        texts.stream()
                .skip(1)
                .map(text -> bens.askLater("send_message", "room", room, "message", text))
                .toList()
                .forEach(CompletableFuture::join);
        door.breakAfter(70_001);
        door.open();
        for (int drop = 2; drop <= 4; drop++) {
            assertRecovered(amys.await("connect", drop), id);
            door.leadTo(drop % 2 == 0 ? two : one);
            amys.await("disconnect", drop);
        }
        door.breakAfter(Long.MAX_VALUE);
        amys.awaitMessages(texts.toArray(String[]::new));
    }

    @Test
    void tellsAgainWhatWasLostOnTheWay() {
        RoomId room = school.room("History", amy, ben);
        TestClient bens = clients.entered(one, ben, room);
        RawClient first = recovering.raw(one, amy, Map.of());
        first.enter(room);
        say(bens, room, "0");
        Map<String, String> claim = Map.of("pid", first.privateId(), "offset", first.tokenOf("0"));
        first.close();
        say(bens, room, "1", "2", "3");
        String half = "";
        for (int claims = 0; claims < 4; claims++) {
            RawClient again = recovering.raw(claims % 2 == 0 ? one : two, amy, claim);
            assertThat(again.welcome().path("sid")).isEqualTo(first.welcome().path("sid"));
            half = again.tokenOf("2");
            again.awaitMessage("3");
            assertThat(again.messages()).containsExactly("1", "2", "3");
            again.close();
        }
        RawClient last = recovering.raw(two, amy, Map.of("pid", first.privateId(), "offset", half));
        say(bens, room, "4");
        last.awaitMessage("4");
        assertThat(last.messages()).containsExactly("3", "4");
    }

    @Test
    void tellsAgainAlsoWhatComesFromTheLog() {
        Map<String, Object> forgetful = Map.of("homeroom.edge.fanout.recall-size", "1KB");
        TestEdge three = recovering.open(TestEdge.start(forgetful));
        RoomId history = recovering.roomOnPartition(3, amy, ben);
        RoomId maths = recovering.roomOnPartition(7, amy, ben);
        TestClient bens = clients.entered(three, ben, history);
        assertThat(bens.ask("enter_room", "room", maths).path("ok").asBoolean()).isTrue();
        RawClient first = recovering.raw(three, amy, Map.of());
        first.enter(history);
        first.send("421[\"enter_room\",{\"room\":\"" + maths + "\"}]");
        say(bens, history, "h0");
        say(bens, maths, "m0");
        first.awaitMessage("m0");
        Map<String, String> claim = Map.of("pid", first.privateId(), "offset", first.tokenOf("h0"));
        first.close();
        say(bens, history, "h1", "h2");
        say(bens, maths, "m1", "m2");
        for (int claims = 0; claims < 3; claims++) {
            RawClient again = recovering.raw(three, amy, claim);
            assertThat(again.welcome().path("sid")).isEqualTo(first.welcome().path("sid"));
            Awaitility.await().untilAsserted(() -> assertThat(again.messages()).hasSize(5));
            assertThat(again.messages()).containsSubsequence("h1", "h2").containsSubsequence("m0", "m1", "m2");
            again.close();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void missesNothingHoweverOftenAndWhereverItBreaks(long seed) {
        Random random = new Random(seed);
        RoomId history = recovering.roomOnPartition(3, amy, ben);
        RoomId maths = recovering.roomOnPartition(7, amy, ben);
        TestClient bens = clients.entered(two, ben, history);
        bens.ask("enter_room", "room", maths);
        SwitchingProxy door = recovering.door(one);
        NodeClient amys = recovering.node();
        String id = recovering.enter(amys, door, amy, history);
        ask(amys, "enter_room", maths);
        // Some break before the answer to the CONNECT has come, or within it.
        door.breakAfter(() -> random.nextInt(3) == 0 ? 100 + random.nextInt(600) : 600 + random.nextInt(8_000));
        door.cut();
        List<String> texts = IntStream.range(0, 100).mapToObj(Integer::toString).toList();
        for (String text : texts) {
            say(bens, history, text);
            say(bens, maths, text);
            door.leadTo(random.nextBoolean() ? one : two);
        }
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(amys.messages().size())
                        .as("after %s", amys.lines("connect"))
                        .isGreaterThanOrEqualTo(2 * texts.size()));
        assertThat(messagesOf(amys, history)).isEqualTo(texts);
        assertThat(messagesOf(amys, maths)).isEqualTo(texts);
        assertThat(amys.lines("connect").stream().skip(1))
                .hasSizeGreaterThan(10)
                .allSatisfy(connect -> assertRecovered(connect, id));
    }
}
