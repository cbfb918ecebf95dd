package dev.homeroom.faults.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeroom.api.Api;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The transcripts as their teacher reads them, held against the log. */
final class Transcripts {
    private static final int OK = 200;
    private static final int PAGE = 500;
    private static final int UNAVAILABLE = 503;
    private static final int TRIES = 20;
    private static final Duration POLL = Duration.ofMillis(500);

    private final Api teacher;

    Transcripts(Api teacher) {
        this.teacher = teacher;
    }

    /** An entry. */
    private record Entry(RoomLog.Kind kind, String id, int digest) {}

    /** Waits until the transcript has as many entries as the log, but no longer than that. */
    void awaitComplete(String room, RoomLog log, long deadlineNanos) throws InterruptedException {
        long expected = expected(log).size();
        while (total(room) < expected && System.nanoTime() < deadlineNanos) {
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        }
    }

    /** None while the archiver is still starting. */
    private long total(String room) {
        Api.Answer answer = teacher.get("/api/rooms/" + room + "/transcript?limit=1");
        return answer.status() == UNAVAILABLE
                ? -1
                : answer.expect(OK).path("total").asLong();
    }

    private static List<Entry> expected(RoomLog log) {
        return log.entries().stream()
                .filter(entry -> entry.kind() != RoomLog.Kind.REMOVED)
                .map(entry -> new Entry(entry.kind(), entry.id(), entry.digest()))
                .distinct()
                .toList();
    }

    /** @return the ids of the messages that it has */
    List<String> check(String room, RoomLog log, Findings findings) throws InterruptedException {
        List<Entry> expected = expected(log);
        List<Entry> actual = read(room);
        if (!actual.equals(expected)) {
            differences(room, expected, actual).forEach(each -> findings.add(Count.TRANSCRIPT_DIFFERS, each));
        }
        return actual.stream().map(Entry::id).toList();
    }

    private static List<String> differences(String room, List<Entry> expected, List<Entry> actual) {
        List<String> differences = new ArrayList<>();
        Set<Entry> missing = new LinkedHashSet<>(expected);
        actual.forEach(missing::remove);
        missing.forEach(entry -> differences.add(room + " lacks " + entry));
        List<Entry> strange = new ArrayList<>(actual);
        expected.forEach(strange::remove);
        strange.forEach(entry -> differences.add(room + " has too much: " + entry));
        if (differences.isEmpty()) {
            differences.add(room + " has another order");
        }
        return differences;
    }

    private List<Entry> read(String room) throws InterruptedException {
        List<JsonNode> pages = new ArrayList<>();
        JsonNode page = page(room, null);
        pages.add(page);
        while (page.path("before").isString()) {
            page = page(room, page.path("before").asString());
            pages.add(page);
        }
        List<Entry> entries = new ArrayList<>();
        pages.reversed().forEach(each -> each.path("items").forEach(item -> entries.add(entry(item))));
        return entries;
    }

    /** Whoever reads tries again where they are told that something does not answer right now. */
    private JsonNode page(String room, @Nullable String before) throws InterruptedException {
        String cursor = before == null ? "" : "&before=" + URLEncoder.encode(before, UTF_8);
        String path = "/api/rooms/" + room + "/transcript?limit=" + PAGE + cursor;
        Api.Answer answer = teacher.get(path);
        for (int tries = 1; answer.status() == UNAVAILABLE && tries < TRIES; tries++) {
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
            answer = teacher.get(path);
        }
        return answer.expect(OK);
    }

    private static Entry entry(JsonNode item) {
        RoomLog.Kind kind = switch (item.path("kind").asString()) {
            case "message" -> RoomLog.Kind.MESSAGE;
            case "entered" -> RoomLog.Kind.ENTERED;
            case "left" -> RoomLog.Kind.LEFT;
            default -> throw new IllegalStateException("an entry of kind " + item.path("kind"));
        };
        int digest = kind == RoomLog.Kind.MESSAGE
                ? Digest.of(
                        item.path("user_id").asString(), item.path("message").asString())
                : 0;
        return new Entry(kind, item.path("id").asString(), digest);
    }
}
