package dev.homeroom.archiver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.testing.PlainHttp;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for the whole HTTP API. */
class ApiIntegrationTests extends RunningArchiver {
    @Test
    void describesItselfAsOpenApi() {
        var description = api().get("/api/openapi.json").expect(200).json();

        assertThat(description.path("openapi").asString()).startsWith("3.");
        assertThat(description.path("paths").propertyNames())
                .contains("/api/login", "/api/me", "/api/rooms/{id}", "/api/groups/{id}", "/api/accounts")
                .contains("/api/rooms/{id}/authors", "/api/rooms/{id}/transcript.csv")
                .contains("/api/rooms/{id}/participation", "/api/rooms/{id}/participation.csv")
                .contains("/api/rooms/{id}/participation/{account}", "/api/accounts/{id}/participation")
                .contains("/api/rooms/{id}/marking", "/api/rooms/{id}/rubric", "/api/feedback/{feedback}/answers")
                .contains(
                        "/api/concerns",
                        "/api/concerns/counts",
                        "/api/concerns/{id}/decisions",
                        "/api/flagged-words/{id}")
                .contains("/api/rooms/{id}/messages/{message}/report")
                .contains("/api/rooms/{id}/transcript.pdf", "/api/exports", "/api/exports/{id}/file");
        assertThat(description
                        .path("components")
                        .path("schemas")
                        .path("AccountView")
                        .path("properties")
                        .propertyNames())
                .contains("display_name");
        assertThat(description
                        .path("paths")
                        .path("/api/me")
                        .path("get")
                        .path("responses")
                        .path("default")
                        .path("content")
                        .propertyNames())
                .containsExactly("application/problem+json");
        assertThat(description.path("components").path("schemas").propertyNames())
                .contains("Problem", "FieldError");
    }

    @Test
    void knowsNoOtherPaths() {
        as("teacher").get("/api/nowhere").expectProblem(404, "not-found");
        as("teacher").get("/api/rooms/x/y/z").expectProblem(404, "not-found");
    }

    @Test
    void refusesWrongMethod() {
        as("teacher").raw("PUT", "/api/rooms", "{}").expectProblem(405, "method-not-allowed");
    }

    @Test
    void refusesOtherMediaTypes() {
        as("teacher")
                .send("POST", "/api/rooms", BodyPublishers.ofString("title=7b"), "application/x-www-form-urlencoded")
                .expectProblem(415, "unsupported-media-type");
    }

    @Test
    void refusesMalformedJson() {
        as("teacher").raw("POST", "/api/rooms", "{\"title\":").expectProblem(400, "invalid-request");
        as("teacher").raw("POST", "/api/rooms", "[]").expectProblem(400, "invalid-request");
        as("teacher").raw("POST", "/api/rooms", "").expectProblem(400, "invalid-request");
        as("teacher").raw("POST", "/api/rooms", "{\"title\":\"x\"} {}").expectProblem(400, "invalid-request");
        as("teacher").raw("POST", "/api/rooms", "[".repeat(10_000)).expectProblem(400, "invalid-request");
    }

    @Test
    void refusesUnknownFields() {
        as("teacher").post("/api/rooms", Map.of("title", "x", "colour", "red")).expectInvalid("colour");
    }

    @Test
    void refusesWrongTypes() {
        as("teacher").raw("POST", "/api/rooms", "{\"title\": 7}").expectInvalid("title");
        as("teacher")
                .raw("POST", "/api/rooms", "{\"title\": \"x\", \"members\": \"me\"}")
                .expectInvalid("members");
        as("teacher")
                .raw("POST", "/api/rooms", "{\"title\": \"x\", \"members\": [7]}")
                .expectInvalid("members[0]");
        as("teacher").get("/api/rooms/7").expectInvalid("id");
        as("teacher").get("/api/rooms?limit=many").expectInvalid("limit");
        as("teacher").get("/api/rooms?limit=0").expectInvalid("limit");
        as("teacher").get("/api/rooms?after=nonsense").expectInvalid("after");
        for (String time :
                List.of("+999999999-01-01T00:00:00Z", "-999999999-01-01T00:00:00Z", "0000-01-01T00:00:00Z")) {
            String mark = Base64.getUrlEncoder()
                    .encodeToString((time + "/" + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8));
            as("teacher").get("/api/search?q=fox&after=" + mark).expectInvalid("after");
            as("teacher").get("/api/concerns?after=" + mark).expectInvalid("after");
            as("amy").get("/api/feedback?after=" + mark).expectInvalid("after");
        }
    }

    @Test
    void refusesOversizedBody() {
        String title = "x".repeat(2_000_000);
        as("teacher").post("/api/rooms", Map.of("title", title)).expectProblem(413, "body-too-large");
    }

    /** Somebody who is answered while still sending would be cut off, and might never see the answer. */
    @Test
    void hearsOutWhoeverSendsTooMuch() throws InterruptedException {
        try (PlainHttp connection = PlainHttp.open(port())) {
            connection.send("POST /api/login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000000\r\n\r\n");
            connection.send("x".repeat(1_000_000));
            Thread.sleep(300);
            connection.send("x".repeat(1_000_000));
            assertThat(connection.readThrough("body-too-large")).startsWith("HTTP/1.1 413 ");

            connection.send("GET /api/me HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(connection.readAll()).contains("HTTP/1.1 401 ");
        }
    }

    @Test
    void refusesOversizedBodyOfUnknownLength() {
        byte[] body = ("{\"title\": \"" + "x".repeat(2_000_000) + "\"}").getBytes(UTF_8);
        as("teacher")
                .send(
                        "POST",
                        "/api/rooms",
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                        "application/json")
                .expectProblem(413, "body-too-large");
    }

    @Test
    void refusesCharactersThatPostgresDoesNot() {
        as("teacher").raw("POST", "/api/rooms", "{\"title\": \"a\\u0000b\"}").expectInvalid("title");
        as("teacher").raw("POST", "/api/rooms", "{\"title\": \"a\\ud800b\"}").expectInvalid("title");
        as("teacher").get("/api/accounts?q=a%00b").expectInvalid("q");
        as("teacher").get("/api/accounts?after=AA").expectInvalid("after");
    }

    @Test
    void refusesRequestsThatTheServerCannotRead() {
        as("teacher").with("X-Long", "x".repeat(20_000)).get("/api/rooms").expectProblem(431, "refused");
        as("teacher").get("/api/rooms?scope=%ff").expectProblem(400, "bad-request");
        as("teacher").get("/api/rooms/" + "x".repeat(20_000)).expectProblem(414, "refused");
    }

    @Test
    void leavesOtherAddressesToTheServer() {
        assertThat(api().get("/rooms/%2e%2e").expect(400).header("Content-Type"))
                .doesNotContain("problem");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/rooms?acount=1, acount",
        "/api/rooms?scope=mine&Scope=school, Scope",
        "/api/accounts?role=student&query=a, query",
        "/api/groups?page=2, page",
        "/api/groups?a%5Bb=2, a[b",
        "/api/me?x, x",
        "/api/jwks.json?kid=1, kid",
        "/api/openapi.json?format=yaml, format",
        "/api/feedback?unseen=true, unseen",
        "/api/feedback/news?since=1, since",
        "/api/rooms/ROOM/marking?q=a, q",
        "/api/rooms/ROOM?full=1, full",
        "/api/rooms/ROOM/messages?form=1, form",
        "/api/concerns?status=open, status",
        "/api/rooms/ROOM/authors?limit=1, limit",
        "/api/rooms/ROOM/transcript?form=message, form",
        "/api/rooms/ROOM/participation?tz=UTC, tz",
        "/api/rooms/ROOM/participation.csv?until=now, until",
        "/api/rooms/ROOM/transcript.csv?acount=x, acount",
        "/api/rooms/ROOM/transcript.json?kind=message&bom=true, bom",
        "/api/rooms/ROOM/transcript.pdf?pages=3, pages",
        "/api/exports?state=done, state",
    })
    void refusesUnknownParameters(String path, String parameter) {
        Api teacher = as("teacher");
        String room = teacher.get("/api/rooms?limit=1")
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();

        teacher.get(path.replace("ROOM", room)).expectInvalid(parameter);
    }

    @Test
    void refusesUnknownParametersOfChanges() {
        as("teacher").post("/api/rooms?dry=true", Map.of("title", "x")).expectInvalid("dry");
        api().raw("POST", "/api/logout?all=true", "").expectInvalid("all");
    }

    @Test
    void saysWhatNeedsNoToken() {
        var paths = api().get("/api/openapi.json").json().path("paths");

        assertThat(paths.path("/api/login").path("post").path("security")).isEmpty();
        assertThat(paths.path("/api/jwks.json").path("get").path("security").isArray())
                .isTrue();
        assertThat(paths.path("/api/login").path("post").has("security")).isTrue();
        assertThat(paths.path("/api/logout").path("post").has("security")).isTrue();
        assertThat(paths.path("/api/rooms").path("get").has("security")).isFalse();
    }

    @Test
    void refusesForeignOrigin() {
        as("teacher")
                .with("Origin", "https://elsewhere.example")
                .post("/api/rooms", Map.of("title", "x"))
                .expectProblem(403, "foreign-origin");
        as("teacher")
                .with("Origin", "null")
                .post("/api/rooms", Map.of("title", "x"))
                .expectProblem(403, "foreign-origin");
    }

    @Test
    void takesOwnOrigin() {
        as("teacher")
                .with("Origin", origin())
                .post("/api/rooms", Map.of("title", "x"))
                .expect(201);
    }

    @Test
    void refusesStrangePaths() {
        as("teacher").get("/api/rooms/%00").expectProblem(400, "bad-request");
        as("teacher").get("/api/rooms/%2e%2e").expectProblem(400, "bad-path");
        as("teacher").get("/api/rooms/..%2fme").expectProblem(400, "bad-path");
        as("teacher").delete("/api/rooms/%2e%2e").expectProblem(400, "bad-path");
        as("teacher").get("/api//rooms").expectProblem(400, "bad-path");
        as("teacher").get("/api/rooms;x=1").expectProblem(400, "bad-path");
    }
}
