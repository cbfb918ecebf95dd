package dev.homeroom.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether Homeroom serves people, found out by asking what their browsers will ask. */
final class Readiness {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final List<Question> QUESTIONS = List.of(
            new Question("/actuator/health", OK, "\"UP\""),
            new Question("/api/jwks.json", OK, "\"keys\""),
            new Question("/", OK, "<html"),
            // Asks the Socket.IO server without beginning a session.
            new Question("/socket.io/?EIO=4&transport=polling&sid=none", BAD_REQUEST, "Session ID unknown"));

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;

    Readiness(String address) {
        this.address = address;
    }

    private record Question(String path, int status, String partOfAnswer) {}

    /** Waits until every question has its good answer; else tells which path has none. */
    Optional<String> lacking(Duration atMost) throws InterruptedException {
        Instant deadline = Instant.now().plus(atMost);
        for (Question question : QUESTIONS) {
            while (!isAnswered(question)) {
                if (Instant.now().isAfter(deadline)) {
                    return Optional.of(question.path());
                }
                Thread.sleep(POLL);
            }
        }
        return Optional.empty();
    }

    private boolean isAnswered(Question question) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + question.path()))
                .timeout(ANSWER)
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == question.status() && response.body().contains(question.partOfAnswer());
        } catch (IOException _) {
            return false;
        }
    }
}
