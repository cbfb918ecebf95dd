package dev.homeroom.bench.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeroom.api.Api;
import dev.homeroom.bench.measure.Latencies;
import dev.homeroom.bench.measure.Percentiles;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** What a teacher asks of a full archive, over the HTTP API, one question after the other. For one thread. */
final class Questions {
    private static final int OK = 200;
    private static final int WARM_UP = 10;

    private final Api teacher;
    private final Talk talk;
    private final int times;
    private final SplittableRandom random = new SplittableRandom(7);
    private final List<Answered> answered = new ArrayList<>();

    /**
     * One kind of question, asked many times.
     *
     * @param found in the last answer
     */
    record Answered(String question, Percentiles ms, int found) {}

    /** @param times that each is asked */
    Questions(Api teacher, Talk talk, int times) {
        this.teacher = teacher;
        this.talk = talk;
        this.times = times;
    }

    List<Answered> ask() {
        String transcript = "/api/rooms/" + talk.rooms().getFirst() + "/transcript";
        ask("newest page of some room", () -> "/api/rooms/" + someRoom() + "/transcript");
        ask("page of some day", () -> transcript + "?at=" + someTime());
        askForMore("next page", transcript);
        ask("one student's", () -> transcript + "?account=" + someone());
        ask("one student's, of some day", () -> transcript + "?account=" + someone() + "&from=" + someTime());
        ask("messages without comment", () -> transcript + "?unmarked=true");
        ask("with a frequent word", () -> transcript + "?text=" + frequent());
        ask("with a rare word", () -> transcript + "?text=" + rare());
        ask("search: a frequent word", () -> search(frequent()));
        ask("search: a rare word", () -> search(rare()));
        ask("search: two words", () -> search(frequent() + " " + rare()));
        ask("search: a phrase", () -> search("\"" + frequent() + " " + frequent() + "\""));
        ask("search: Chinese", () -> search(Vocabulary.chinese(random)));
        ask(
                "search: Chinese phrase",
                () -> search("\"" + Vocabulary.chinese(random) + Vocabulary.chinese(random) + "\""));
        ask("search: nothing is found", () -> search("qqqqqq" + random.nextInt(1_000)));
        ask("search: one room", () -> search(frequent()) + "&room=" + someRoom());
        ask("search: one person", () -> search(frequent()) + "&account=" + someone());
        ask("search: some days", () -> search(frequent()) + "&from=" + someTime());
        return answered;
    }

    private void ask(String question, Supplier<String> path) {
        Latencies latencies = new Latencies();
        int found = 0;
        for (int i = 0; i < WARM_UP + times; i++) {
            String asked = path.get();
            long begin = System.nanoTime();
            JsonNode answer = teacher.get(asked).expect(OK);
            if (i >= WARM_UP) {
                latencies.record(System.nanoTime() - begin);
            }
            found = answer.path("items").size();
        }
        answered.add(new Answered(question, latencies.percentiles(), found));
    }

    /** Goes back page by page from somewhere in the middle, as one scrolls. */
    private void askForMore(String question, String transcript) {
        Latencies latencies = new Latencies();
        String before = "";
        int found = 0;
        for (int i = 0; i < times; i++) {
            if (before.isEmpty()) {
                before = teacher.get(transcript + "?at=" + someTime())
                        .expect(OK)
                        .path("before")
                        .asString("");
            }
            long begin = System.nanoTime();
            JsonNode answer =
                    teacher.get(transcript + "?before=" + encoded(before)).expect(OK);
            latencies.record(System.nanoTime() - begin);
            before = answer.path("before").asString("");
            found = answer.path("items").size();
        }
        answered.add(new Answered(question, latencies.percentiles(), found));
    }

    private static String search(String words) {
        return "/api/search?q=" + encoded(words);
    }

    private String frequent() {
        return Vocabulary.ENGLISH.get(random.nextInt(Vocabulary.ENGLISH.size()));
    }

    private String rare() {
        return Vocabulary.seldom(random.nextInt(1_000, 100_000));
    }

    private Object someone() {
        return talk.people().get(random.nextInt(talk.people().size()));
    }

    private Object someRoom() {
        return talk.rooms().get(random.nextInt(talk.rooms().size()));
    }

    private Instant someTime() {
        return talk.sentAt(random.nextInt(talk.messages()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
