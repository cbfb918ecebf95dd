package dev.homeroom.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagesIntegrationTests {
    private static final Pattern SCRIPT = Pattern.compile("/assets/[\\w.-]+\\.js");

    private static TestEdge edge;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        edge = TestEdge.start(Map.of());
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    @Test
    void servesThePageUnderEachOfItsAddressesAndLetsNobodyKeepIt() throws Exception {
        for (String path : new String[] {"/", "/rooms/019a5e7c-6d0e-7cc0-9a35-2b6f0c6b8f11"}) {
            HttpResponse<String> page = get(path);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("<html");
            assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'self'");
        }
    }

    @Test
    void letsBrowsersKeepScriptsForGood() throws Exception {
        HttpResponse<String> response = get(script());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    }

    @ParameterizedTest
    @CsvSource({
        "br, br",
        "'gzip, deflate, br, zstd', br",
        "gzip, gzip",
        "'br;q=0, gzip', gzip",
        "'br, gzip', br",
    })
    void servesScriptsAsSmallAsTheBrowserCanRead(String accepted, String expected) throws Exception {
        HttpResponse<String> response = get(script(), accepted);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Encoding")).contains(expected);
        assertThat(response.headers().allValues("Vary")).containsExactly("Accept-Encoding");
        assertThat(response.headers().firstValue("Content-Type").orElse("")).contains("javascript");
        assertThat(response.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    }

    @Test
    void servesScriptsAsTheyAreToWhoeverReadsNoEncoding() throws Exception {
        HttpResponse<String> response = get(script(), "identity");
        assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(response.headers().allValues("Vary")).containsExactly("Accept-Encoding");
    }

    @Test
    void servesTheSocketIoClientThatTutorialPagesAskFor() throws Exception {
        assertThat(get("/socket.io/socket.io.js").body()).contains("Socket.IO");
        assertThat(get("/socket.io/socket.io.js", "gzip, br").headers().firstValue("Content-Encoding"))
                .contains("br");
    }

    @Test
    void answersWhatIsNotThereWithNotFound() throws Exception {
        assertThat(get("/assets/none.js").statusCode()).isEqualTo(404);
        assertThat(get("/api/none").statusCode()).isEqualTo(404);
        assertThat(get("/../../etc/passwd").statusCode()).isIn(400, 404);
    }

    private String script() throws IOException, InterruptedException {
        Matcher script = SCRIPT.matcher(get("/").body());
        assertThat(script.find()).isTrue();
        return script.group();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(path, "identity");
    }

    private HttpResponse<String> get(String path, String acceptedEncodings) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(edge.address() + path))
                .header("Accept-Encoding", acceptedEncodings)
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
