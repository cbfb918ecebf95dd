package dev.homeroom.archiver.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.homeroom.archiver.Api;
import dev.homeroom.archiver.Conversation;
import dev.homeroom.archiver.RoomLog;
import dev.homeroom.archiver.json.IsoTime;
import dev.homeroom.contract.Author;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.RoomEvent.MessagePosted;
import dev.homeroom.contract.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import tools.jackson.databind.JsonNode;

/** Figures of who took part, beside what the transcript says. */
class ParticipationIntegrationTests extends Conversation {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** Of a day in Shanghai that is not so long ago that edges could not have sent what was said on it. */
    private final Instant midnight =
            LocalDate.now(SHANGHAI).minusDays(5).atStartOfDay(SHANGHAI).toInstant();

    private static final Pattern WORD = Pattern.compile("\\p{IsHan}|[\\p{L}\\p{N}&&[^\\p{IsHan}]]+('\\p{L}+)?");

    @Autowired
    private JdbcClient jdbc;

    private RoomId room;
    private Author ben;
    private Author chen;

    @BeforeEach
    void makeRoom() {
        ben = author("ben");
        chen = author("chen");
        room = newRoom("Taking part", amy, ben, chen);
    }

    private RoomId newRoom(String title, Author... members) {
        RoomId made = newRoom(title);
        List<String> ids =
                Stream.of(members).map(member -> member.account().toString()).toList();
        as("teacher").patch("/api/rooms/" + made, Map.of("members", ids)).expect(200);
        return made;
    }

    private MessagePosted say(Author author, String text, Duration afterMidnight) {
        MessagePosted message = RoomLog.message(MessageId.create(), room, author, text, midnight.plus(afterMidnight));
        awaitArchived(room, log.write(message));
        return message;
    }

    private void remove(MessagePosted message) {
        as("teacher").delete("/api/rooms/" + room + "/messages/" + message.id()).expect(204);
        await().until(() -> transcript("").stream()
                .anyMatch(item -> item.path("id").asString().equals(message.id().toString())
                        && item.path("removed").asBoolean()));
    }

    /** Two days of a class, as it is in Shanghai: its last messages of the evening and its first of the night are minutes apart. */
    private void talk() {
        log.write(RoomLog.entered(room, amy));
        say(teacher, "What do you think of chapter 3?", Duration.ofHours(-2));
        say(amy, "I don't like it", Duration.ofHours(-2).plusMinutes(4));
        say(amy, "but 第三章 is long", Duration.ofHours(-2).plusMinutes(5));
        say(ben, "我也不喜欢，太长了！", Duration.ofHours(-2).plusMinutes(11));
        MessagePosted rude = say(ben, "you are all stupid", Duration.ofHours(-1));
        say(amy, "Why, 为什么？", Duration.ofHours(-1).plusMinutes(1));
        say(ben, "good night 👋", Duration.ofSeconds(-1));
        say(amy, "晚安", Duration.ofSeconds(1));
        say(Author.guest("Zoe " + UUID.randomUUID()), "who am I?", Duration.ofHours(9));
        say(ben, "早上好", Duration.ofHours(9).plusMinutes(5));
        say(ben, "anybody here?", Duration.ofDays(3));
        remove(rude);
    }

    private List<JsonNode> transcript(String query) {
        List<JsonNode> items = new ArrayList<>();
        String before = "";
        while (before != null) {
            JsonNode page = as("teacher")
                    .get("/api/rooms/" + room + "/transcript?limit=4&" + query + before)
                    .expect(200)
                    .json();
            items.addAll(0, page.path("items").valueStream().toList());
            before = page.path("before").isNull()
                    ? null
                    : "&before=" + page.path("before").asString();
        }
        return items;
    }

    /** What the API is to say, counted by hand along the transcript. */
    private final class ByHand {
        final Map<String, Integer> messages = new TreeMap<>();
        final Map<String, Integer> words = new TreeMap<>();
        final Map<String, Integer> replies = new TreeMap<>();
        final Map<String, Integer> removed = new TreeMap<>();
        final Map<String, TreeSet<String>> days = new TreeMap<>();
        final Map<String, List<Instant>> times = new TreeMap<>();
        final Map<Instant, Integer> series = new TreeMap<>();

        ByHand(ZoneId zone, ChronoUnit step, @Nullable Instant from, @Nullable Instant to) {
            JsonNode previous = null;
            for (JsonNode item : transcript("kind=message")) {
                Instant at = sentAt(item);
                boolean gone = item.path("removed").asBoolean();
                if ((from == null || !at.isBefore(from)) && (to == null || at.isBefore(to))) {
                    String who = item.path("user_id").asString();
                    if (gone) {
                        removed.merge(who, 1, Integer::sum);
                    } else {
                        add(item, previous, who, at, zone, step);
                    }
                }
                previous = gone ? previous : item;
            }
        }

        private void add(
                JsonNode item, @Nullable JsonNode previous, String who, Instant at, ZoneId zone, ChronoUnit step) {
            messages.merge(who, 1, Integer::sum);
            words.merge(
                    who,
                    (int) WORD.matcher(item.path("message").asString())
                            .results()
                            .count(),
                    Integer::sum);
            days.computeIfAbsent(who, _ -> new TreeSet<>())
                    .add(at.atZone(zone).toLocalDate().toString());
            times.computeIfAbsent(who, _ -> new ArrayList<>()).add(at);
            if (previous != null
                    && !previous.path("user_id").asString().equals(who)
                    && !at.isAfter(sentAt(previous).plus(Duration.ofMinutes(5)))) {
                replies.merge(who, 1, Integer::sum);
            }
            if (!who.equals(teacher.account().toString())) {
                series.merge(at.atZone(zone).truncatedTo(step).toInstant(), 1, Integer::sum);
            }
        }

        String line(String who) {
            List<Instant> sent = times.getOrDefault(who, List.of());
            return String.join(
                    " ",
                    number(messages, who),
                    number(words, who),
                    number(replies, who),
                    number(removed, who),
                    "" + days.getOrDefault(who, new TreeSet<>()).size(),
                    sent.stream().min(Instant::compareTo).map(ByHand::time).orElse(""),
                    sent.stream().max(Instant::compareTo).map(ByHand::time).orElse(""));
        }

        private static String time(Instant time) {
            return IsoTime.text(time);
        }

        private static String number(Map<String, Integer> numbers, String who) {
            return "" + numbers.getOrDefault(who, 0);
        }

        private static Instant sentAt(JsonNode item) {
            return Instant.parse(item.path("sent_at").asString());
        }
    }

    private static String line(JsonNode item) {
        return Stream.of("messages", "words", "replies", "removed", "days_active", "first_at", "last_at")
                .map(name -> item.path(name).isNull() ? "" : item.path(name).asString())
                .reduce((all, one) -> all + " " + one)
                .orElseThrow();
    }

    /** The columns in the order of {@link #line}. */
    private static String line(String[] cells) {
        return String.join(" ", cells[4], cells[5], cells[8], cells[9], cells[7], cells[10], cells[11]);
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Shanghai, , ",
        "UTC, , ",
        "America/New_York, , ",
        "Asia/Kathmandu, , ",
        "Asia/Shanghai, PT0S, PT24H",
        "Asia/Shanghai, PT-1H-55M-30S, PT0S",
        "UTC, PT1S, ",
        "UTC, , PT1S",
        "UTC, PT96H, ",
    })
    void agreesWithTheTranscript(String zone, @Nullable Duration fromMidnight, @Nullable Duration toMidnight) {
        talk();
        Instant from = fromMidnight == null ? null : midnight.plus(fromMidnight);
        Instant to = toMidnight == null ? null : midnight.plus(toMidnight);
        boolean withinADay = from != null && to != null;
        ByHand expected = new ByHand(ZoneId.of(zone), withinADay ? ChronoUnit.HOURS : ChronoUnit.DAYS, from, to);
        String query = "?zone=" + zone + (from == null ? "" : "&from=" + from) + (to == null ? "" : "&to=" + to);

        JsonNode found = participation(query);
        assertThat(found.path("items").size()).isGreaterThanOrEqualTo(3);
        found.path("items")
                .forEach(item -> assertThat(line(item))
                        .as(item.path("name").asString())
                        .isEqualTo(expected.line(item.path("id").asString())));
        assertThat(found.path("everybody").path("messages").asInt())
                .isEqualTo(expected.messages.values().stream().mapToInt(n -> n).sum());
        assertThat(found.path("everybody").path("words").asInt())
                .isEqualTo(expected.words.values().stream().mapToInt(n -> n).sum());
        assertThat(found.path("counted").path("step").asString()).isEqualTo(withinADay ? "hour" : "day");
        assertThat(found.path("series"))
                .extracting(
                        point -> Instant.parse(point.path("at").asString()),
                        point -> point.path("messages").asInt())
                .containsExactlyElementsOf(expected.series.entrySet().stream()
                        .map(point -> tuple(point.getKey(), point.getValue()))
                        .toList());
        assertThat(found.path("complete").asBoolean()).isTrue();
        csv(query).forEach(cells -> assertThat(line(cells)).as(cells[0]).isEqualTo(expected.line(cells[1])));
        assertThat(csv(query)).hasSameSizeAs(found.path("items"));
        for (JsonNode item : found.path("items")) {
            String id = item.path("id").asString();
            JsonNode alone = ofPerson(id, query);
            assertThat(alone.path("person")).isEqualTo(item);
            assertThat(alone.path("series")
                            .valueStream()
                            .mapToInt(point -> point.path("messages").asInt())
                            .sum())
                    .isEqualTo(item.path("messages").asInt());
        }
    }

    private JsonNode participation(String query) {
        return as("teacher")
                .get("/api/rooms/" + room + "/participation" + query)
                .expect(200)
                .json();
    }

    private JsonNode ofPerson(Object person, String query) {
        return as("teacher")
                .get("/api/rooms/" + room + "/participation/" + person + query)
                .expect(200)
                .json();
    }

    private List<String[]> csv(String query) {
        return as("teacher")
                .get("/api/rooms/" + room + "/participation.csv" + query + "&bom=false")
                .expect(200)
                .text()
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    /** So that the test does not merely agree with itself. */
    @Test
    void countsWhatWasSaid() {
        talk();

        JsonNode items = participation("?zone=Asia/Shanghai").path("items");
        assertThat(items)
                .extracting(
                        item -> item.path("name").asString().split(" ", 2)[0],
                        item -> item.path("messages").asInt(),
                        item -> item.path("words").asInt(),
                        item -> item.path("replies").asInt(),
                        item -> item.path("removed").asInt(),
                        item -> item.path("days_active").asInt(),
                        item -> item.path("share").asString())
                .containsExactly(
                        tuple("Amy", 4, 16, 2, 0, 2, "0.4444"),
                        tuple("Ben", 4, 15, 1, 1, 3, "0.4444"),
                        tuple("Chen", 0, 0, 0, 0, 0, "0.0"),
                        tuple("Zoe", 1, 3, 0, 0, 1, "0.1111"),
                        tuple("Teacher", 1, 7, 0, 0, 1, ""));
        assertThat(participation("")
                        .path("counted")
                        .path("reply_within_seconds")
                        .asInt())
                .isEqualTo(300);
        assertThat(participation("").path("median").path("messages").asDouble()).isEqualTo(2.5);
    }

    @Test
    void exportsFiguresForSpreadsheets() {
        say(amy, "hello", Duration.ZERO);

        Api.Answer csv =
                as("teacher").get("/api/rooms/" + room + "/participation.csv").expect(200);
        assertThat(csv.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=utf-8");
        assertThat(csv.header("Content-Disposition")).contains("Taking%20part%20participation%20");
        assertThat(csv.text())
                .startsWith("\uFEFFname,user_id,role,member,messages,words,share,days_active,replies,removed,first_at,"
                        + "last_at\r\n")
                .contains("Amy," + amy.account() + ",student,true,1,1,1.0,1,0,0," + IsoTime.text(midnight) + ",")
                .contains("Ben," + ben.account() + ",student,true,0,0,0.0,0,0,0,,\r\n");
    }

    @Test
    void comparesWithinAGroup() {
        String group = as("teacher")
                .post(
                        "/api/groups",
                        Map.of(
                                "name",
                                "G",
                                "members",
                                List.of(ben.account().toString(), chen.account().toString())))
                .expect(201)
                .json()
                .path("id")
                .asString();
        say(amy, "of amy", Duration.ZERO);
        say(ben, "of ben", Duration.ofMinutes(1));

        JsonNode found = participation("?group=" + group);
        assertThat(found.path("items"))
                .extracting(
                        item -> item.path("name").asString(),
                        item -> item.path("share").asDouble())
                .containsExactly(tuple("Ben", 1.0), tuple("Chen", 0.0));
        assertThat(found.path("items").get(0).path("replies").asInt()).isEqualTo(1);
        as("teacher")
                .get("/api/rooms/" + room + "/participation/" + amy.account() + "?group=" + group)
                .expectProblem(404, "account-not-found");
    }

    @Test
    void keepsFiguresOfWhoHasLeft() {
        say(ben, "soon gone", Duration.ZERO);
        as("teacher")
                .patch(
                        "/api/rooms/" + room,
                        Map.of("members", List.of(amy.account().toString())))
                .expect(200);

        assertThat(participation("").path("items"))
                .extracting(
                        item -> item.path("name").asString(),
                        item -> item.path("member").asBoolean())
                .containsExactly(tuple("Amy", true), tuple("Ben", false));
        assertThat(ofPerson(chen.account(), "").path("person").path("messages").asInt())
                .isZero();
    }

    @Test
    void tellsOfOneStudentInAllRoomsThatTheReaderMayRead() {
        say(amy, "here", Duration.ZERO);
        RoomId first = room;
        room = newRoom("Another", amy);
        say(amy, "and there", Duration.ZERO);
        say(amy, "twice", Duration.ofDays(1));
        String path = "/api/accounts/" + amy.account() + "/participation";

        List<JsonNode> found = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonNode page =
                    as("teacher").get(path + "?limit=1" + next).expect(200).json();
            assertThat(page.path("items").size()).isEqualTo(1);
            found.addAll(page.path("items").valueStream().toList());
            next = page.path("next").isNull()
                    ? null
                    : "&after=" + page.path("next").asString();
        }
        assertThat(found)
                .extracting(
                        item -> item.path("room").asString(),
                        item -> item.path("title").asString(),
                        item -> item.path("person").path("messages").asInt())
                .contains(tuple(first.toString(), "Taking part", 1), tuple(room.toString(), "Another", 2));
        as("amy").get(path).expectProblem(403, "forbidden");
        as("teacher")
                .get("/api/accounts/" + UUID.randomUUID() + "/participation")
                .expectProblem(404, "account-not-found");
        as("teacher").get(path + "?limit=51").expectInvalid("limit");
        as("teacher").get(path + "?after=x").expectInvalid("after");
        as("teacher").get(path + "?zone=x").expectInvalid("zone");
    }

    @Test
    void countsNoMoreThanSoManyEntriesForOnePage() {
        Author somebody = chen;
        List<String> rooms = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            room = newRoom("Large " + i, amy, somebody);
            say(somebody, "here", Duration.ZERO);
            rooms.add(room.toString());
            jdbc.sql("UPDATE room_activity SET entries = 600000 WHERE room = ?")
                    .param(room.value())
                    .update();
        }
        String path = "/api/accounts/" + somebody.account() + "/participation?limit=50";
        List<String> found = new ArrayList<>();
        int pages = 0;
        String next = "";
        while (next != null) {
            JsonNode page = as("teacher").get(path + next).expect(200).json();
            assertThat(page.path("items")).isNotEmpty();
            page.path("items").forEach(item -> found.add(item.path("room").asString()));
            next = page.path("next").isNull()
                    ? null
                    : "&after=" + page.path("next").asString();
            pages++;
        }
        assertThat(pages).isGreaterThanOrEqualTo(3);
        assertThat(found).containsAll(rooms).doesNotHaveDuplicates();
    }

    @Test
    void refusesWhatCannotBeCounted() {
        for (String path : List.of("/participation", "/participation.csv", "/participation/" + amy.account())) {
            String address = "/api/rooms/" + room + path;
            as("teacher").get(address + "?from=yesterday").expectInvalid("from");
            as("teacher").get(address + "?to=2026-03-09").expectInvalid("to");
            as("teacher").get(address + "?zone=Mars/Olympus").expectInvalid("zone");
            as("teacher").get(address + "?zone=a%00b").expectInvalid("zone");
            as("teacher").get(address + "?group=7").expectInvalid("group");
            as("teacher").get(address + "?group=" + UUID.randomUUID()).expectProblem(404, "group-not-found");
            as("teacher").get(address + "?tz=UTC").expectInvalid("tz");
        }
        as("teacher")
                .get("/api/rooms/" + room + "/participation.csv?bom=perhaps")
                .expectInvalid("bom");
        as("teacher").get("/api/rooms/" + room + "/participation/7").expectInvalid("account");
        as("teacher")
                .get("/api/rooms/" + room + "/participation/" + UUID.randomUUID())
                .expectProblem(404, "account-not-found");
    }

    @Test
    void showsStudentsNothingOfIt() {
        for (String path : List.of("/participation", "/participation.csv", "/participation/" + amy.account())) {
            as("amy").get("/api/rooms/" + room + path).expectProblem(403, "forbidden");
            as("admin").get("/api/rooms/" + room + path).expect(200);
        }
    }

    /** Whoever has not these zones in Postgres would be answered with an error where a figure belongs. */
    @Test
    void knowsEveryTimeZoneThatItTakes() {
        assertThat(jdbc.sql("SELECT z FROM unnest(?) AS z WHERE z NOT IN (SELECT name FROM pg_timezone_names)")
                        .param(new SqlArrayValue(
                                "text",
                                ZoneId.getAvailableZoneIds().stream()
                                        .filter(ScopeParameters::isZone)
                                        .toArray()))
                        .query(String.class)
                        .list())
                .isEmpty();
    }
}
