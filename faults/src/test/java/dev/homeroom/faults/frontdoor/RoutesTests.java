package dev.homeroom.faults.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoutesTests {
    private final Upstream one = new Upstream("edge-1", 1);
    private final Upstream two = new Upstream("edge-2", 2);
    private final Upstream archiver = new Upstream("archiver-1", 3);
    private final Upstream otherArchiver = new Upstream("archiver-2", 4);
    private final Routes routes = new Routes(List.of(one, two), List.of(archiver, otherArchiver));

    @Test
    void givesABrowserAnEdgeAndKeepsItThere() {
        String cookie = routes.of(asks("/")).newCookie().orElseThrow();
        Upstream given = routes.of(asks("/")).candidates().getLast();
        assertThat(cookie).startsWith("homeroom_edge=" + given.name() + ";");
        assertThat(routes.of(asks("/", "homeroom_edge=edge-2")).newCookie()).isEmpty();
        assertThat(routes.of(asks("/socket.io/?EIO=4", "homeroom_edge=edge-2")).candidates())
                .containsExactly(two, one);
    }

    @Test
    void sendsAPageElsewhereThatAsksForIt() {
        assertThat(routes.of(asks("/socket.io/?elsewhere=1&EIO=4", "homeroom_edge=edge-2"))
                        .candidates())
                .containsExactly(one, two);
    }

    @Test
    void asksLastWhoDidNotAnswer() {
        one.failed();
        assertThat(routes.of(asks("/socket.io/?EIO=4", "homeroom_edge=edge-1")).candidates())
                .containsExactly(two, one);
    }

    @Test
    void asksTheArchiversInTurn() {
        List<Upstream> first = routes.of(asks("/api/rooms")).candidates();
        assertThat(routes.of(asks("/api/rooms")).candidates()).isEqualTo(first.reversed());
    }

    @Test
    void goesByWhatTheDeploymentsFrontDoorGoesBy() throws IOException {
        String deployed = Files.readString(Path.of("../front-door/nginx.conf"));
        assertThat(deployed)
                .contains("$cookie_homeroom_edge", "$arg_elsewhere", "edge-1:1 edge-2;", "edge-2:1 edge-1;")
                .containsPattern("server archiver-2:8081 .*fail_timeout=5s");
        assertThat(location("/", deployed)).contains("error timeout http_503", "proxy_read_timeout 5s");
        assertThat(location("/api/", deployed)).contains("error timeout http_503", "proxy_read_timeout 15s");
        assertThat(location("/socket.io/", deployed)).contains("error timeout http_503", "proxy_read_timeout 120s");
    }

    private static String location(String path, String deployed) {
        int begin = deployed.indexOf("location " + path + " {");
        return deployed.substring(begin, deployed.indexOf('}', begin));
    }

    private static Head asks(String path) {
        return asks(path, "");
    }

    private static Head asks(String path, String cookie) {
        return new Head("GET " + path + " HTTP/1.1", List.of("Host: localhost", "Cookie: " + cookie));
    }
}
