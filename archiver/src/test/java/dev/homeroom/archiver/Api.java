package dev.homeroom.archiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP API as a program uses it. */
public final class Api {
    private static final HttpClient CLIENT = shortLivedConnections();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String origin;
    private final List<String> headers;

    public Api(String origin) {
        this(origin, List.of());
    }

    private Api(String origin, List<String> headers) {
        this.origin = origin;
        this.headers = headers;
    }

    /** A connection that has been idle as long as the server lets it be may be closed while it is used again. */
    private static HttpClient shortLivedConnections() {
        System.setProperty("jdk.httpclient.keepalive.timeout", "5");
        return HttpClient.newHttpClient();
    }

    /** What came back. */
    public record Answer(int status, HttpResponse<String> response) {
        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String text() {
            return response.body();
        }

        public @Nullable String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        public Answer expect(int wanted) {
            assertThat(status).as(response.body()).isEqualTo(wanted);
            return this;
        }

        /** Expects an error of this kind in the form of RFC 9457. */
        public Answer expectProblem(int wanted, String slug) {
            expect(wanted);
            assertThat(header("Content-Type")).startsWith("application/problem+json");
            assertThat(json().path("type").asString()).isEqualTo("/problems/" + slug);
            assertThat(json().path("status").asInt()).isEqualTo(wanted);
            assertThat(json().path("title").asString()).isNotEmpty();
            assertThat(json().path("detail").asString()).isNotEmpty();
            return this;
        }

        /** Expects a complaint about one field. */
        public Answer expectInvalid(String field) {
            expectProblem(400, "invalid-request");
            assertThat(json().path("errors"))
                    .extracting(error -> error.path("field").asString())
                    .contains(field);
            return this;
        }
    }

    public Api with(String header, String value) {
        List<String> more = new ArrayList<>(headers);
        more.addAll(List.of(header, value));
        return new Api(origin, more);
    }

    public Api signedIn(String username, String password) {
        String token =
                login(username, password).expect(200).json().path("token").asString();
        return with("Authorization", "Bearer " + token);
    }

    public Answer login(String username, String password) {
        return post("/api/login", Map.of("username", username, "password", password));
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody(), null);
    }

    /** The body, which is read no faster than the caller does. */
    public InputStream open(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofInputStream()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody(), null);
    }

    public Answer post(String path, Object body) {
        return raw("POST", path, JSON.writeValueAsString(body));
    }

    public Answer put(String path, Object body) {
        return raw("PUT", path, JSON.writeValueAsString(body));
    }

    public Answer patch(String path, Object body) {
        return raw("PATCH", path, JSON.writeValueAsString(body));
    }

    /** Sends {@code body} as JSON, whatever it is. */
    public Answer raw(String method, String path, String body) {
        return send(method, path, BodyPublishers.ofString(body), "application/json");
    }

    public Answer send(String method, String path, BodyPublisher body, @Nullable String contentType) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(origin + path)).method(method, body);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
