package dev.homeroom.edge.wire;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client of Engine.IO over HTTP, one request at a time or several. */
public final class Polling {
    private static final Pattern SID = Pattern.compile("\"sid\":\"([^\"]+)\"");
    private static final HttpClient ANYBODY = client();

    private final HttpClient client;
    private final String address;
    private final String session;

    private Polling(HttpClient client, String address, String session) {
        this.client = client;
        this.address = address;
        this.session = session;
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /** Opens a session, over connections of its own: none that the server is just about to close since it has long been idle. */
    public static Polling open(int port, String path) {
        String address = "http://localhost:" + port + path + "?EIO=4&transport=polling";
        HttpClient client = client();
        return new Polling(
                client,
                address,
                sidIn(send(client, HttpRequest.newBuilder(URI.create(address))).body()));
    }

    public static String sidIn(String opening) {
        Matcher sid = SID.matcher(opening);
        if (!sid.find()) {
            throw new IllegalArgumentException("no opening: " + opening);
        }
        return sid.group(1);
    }

    public String session() {
        return session;
    }

    public HttpResponse<String> poll() {
        return send(client, request());
    }

    /** Polls until this has come, and gives all that came: what is sent one after the other may come by several polls. */
    public String pollUntil(String last) {
        StringBuilder all = new StringBuilder(poll().body());
        while (all.indexOf(last) < 0) {
            HttpResponse<String> next = poll();
            if (next.statusCode() != 200) {
                throw new AssertionError("no " + last + " in " + all + " before " + next.body());
            }
            all.append('\u001e').append(next.body());
        }
        return all.toString();
    }

    public CompletableFuture<HttpResponse<String>> pollLater() {
        return client.sendAsync(request().build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> post(String body) {
        return send(client, request().POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> post(String contentType, byte... body) {
        return send(client, request().header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(body)));
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create(address + "&sid=" + session)).timeout(Duration.ofMinutes(1));
    }

    /** Any request. */
    public static HttpResponse<String> send(HttpRequest.Builder request) {
        return send(ANYBODY, request);
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
