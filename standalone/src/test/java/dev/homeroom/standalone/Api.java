package dev.homeroom.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The HTTP API as a program of somebody else's would use it. */
final class Api {
    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;

    Api(int port) {
        address = "http://localhost:" + port + "/api/";
    }

    HttpResponse<String> login(String username, String password) throws IOException, InterruptedException {
        String body = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password);
        return send(request("login").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return send(request(path).header("Authorization", "Bearer " + token));
    }

    HttpResponse<String> post(String path, String token, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> actuator(String endpoint) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address).resolve("/actuator/" + endpoint)));
    }

    /** The token of the demo school's teacher. */
    String teacher() throws IOException, InterruptedException {
        HttpResponse<String> login = login("teacher", "teacher");
        return login.body().replaceAll("(?s).*\"token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
