package dev.homeroom.bench.school;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeroom.api.Api;
import dev.homeroom.bench.check.Archive;
import dev.homeroom.bench.check.Heard;
import dev.homeroom.bench.check.Stamp;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the archive has of each room. Any thread. */
public final class Transcripts implements Archive {
    private static final int PAGE = 500;
    private static final int OK = 200;

    private final Api teacher;
    private final List<String> rooms;

    Transcripts(Api teacher, List<String> rooms) {
        this.teacher = teacher;
        this.rooms = rooms;
    }

    @Override
    public Optional<Stamp> newest(int room) {
        return stamps(page(room, 1, null)).reduce((_, last) -> last);
    }

    @Override
    public Heard all(int room) {
        List<JsonNode> pages = new ArrayList<>();
        JsonNode page = page(room, PAGE, null);
        pages.add(page);
        while (page.path("before").isString()) {
            page = page(room, PAGE, page.path("before").asString());
            pages.add(page);
        }
        return Heard.of(pages.reversed().stream()
                .flatMap(Transcripts::stamps)
                .mapToInt(Stamp::sequence)
                .toArray());
    }

    private JsonNode page(int room, int limit, @Nullable String before) {
        String query =
                "?kind=message&limit=" + limit + (before == null ? "" : "&before=" + URLEncoder.encode(before, UTF_8));
        return teacher.get("/api/rooms/" + rooms.get(room) + "/transcript" + query)
                .expect(OK);
    }

    private static Stream<Stamp> stamps(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .flatMap(entry ->
                        Optional.ofNullable(Stamp.find(entry.path("message").asString(""))).stream());
    }
}
