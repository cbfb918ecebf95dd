package dev.homeroom.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The HTTP API of a Homeroom, for one person or for nobody yet. Any thread.
 *
 * <p>Calls wait for the answer, for 30 s at most. They throw {@link ApiException} if none comes.
 */
public final class Api {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http;
    private final URI base;
    private final @Nullable String token;

    private Api(HttpClient http, URI base, @Nullable String token) {
        this.http = http;
        this.base = base;
        this.token = token;
    }

    /** Of nobody yet. */
    public static Api at(URI base) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(LONGEST_WAIT)
                .build();
        return new Api(http, base, null);
    }

    /** The same, as the person whose token this is. */
    public Api as(String otherToken) {
        return new Api(http, base, otherToken);
    }

    /**
     * An answer, good or bad.
     *
     * @param about what was asked, for people
     */
    public record Answer(int status, JsonNode body, String about) {
        /** @throws ApiException if it has another status */
        public JsonNode expect(int wanted) {
            if (status != wanted) {
                throw new ApiException(about + " answered " + status + ": " + body);
            }
            return body;
        }
    }

    public Answer get(String path) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody());
    }

    public Answer post(String path, JsonNode body) {
        return send("POST", path, HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    public Answer patch(String path, JsonNode body) {
        return send("PATCH", path, HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    /** @throws ApiException if they are refused */
    public SignedIn signIn(Login login) {
        ObjectNode body =
                JSON.createObjectNode().put("username", login.username()).put("password", login.password());
        JsonNode answer = post("/api/login", body).expect(OK);
        return new SignedIn(
                answer.path("account").path("id").asString(),
                answer.path("token").asString());
    }

    private Answer send(String method, String path, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(LONGEST_WAIT)
                .header("Content-Type", "application/json")
                .method(method, body);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        String about = method + " " + path;
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), JSON.readTree(response.body()), about);
        } catch (IOException e) {
            throw new ApiException(about + " at " + base + " failed: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException(about + " was interrupted", e);
        }
    }
}
