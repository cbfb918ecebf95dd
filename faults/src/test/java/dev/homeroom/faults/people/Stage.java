package dev.homeroom.faults.people;

import dev.homeroom.api.Api;
import dev.homeroom.api.Login;
import dev.homeroom.faults.deployment.Blueprint;
import dev.homeroom.faults.deployment.Deployment;
import dev.homeroom.faults.deployment.Kind;
import dev.homeroom.faults.deployment.Part;
import dev.homeroom.faults.deployment.Program;
import dev.homeroom.faults.frontdoor.FrontDoor;
import dev.homeroom.testing.browser.Chromium;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A deployment of two edges and two archivers behind a front door, and a browser before it. One thread, the one that opened it;
 * the deployment's parts may be stopped and started by another.
 */
final class Stage implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(3);
    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final List<String> JVM = List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseCompactObjectHeaders",
            "--enable-native-access=ALL-UNNAMED");

    private final Chromium chromium;
    private final Deployment deployment;
    private final FrontDoor door;

    private Stage(Chromium chromium, Deployment deployment, FrontDoor door) {
        this.chromium = chromium;
        this.deployment = deployment;
        this.door = door;
    }

    /** Starts it all, unless there is no browser. */
    static Stage openOrSkip(Class<?> test, Path folder, int brokers) throws IOException, InterruptedException {
        Chromium chromium = Chromium.startOrSkip(test);
        Deployment deployment =
                Deployment.prepare(new Blueprint(folder, jar("chat-edge"), jar("archiver"), brokers, 2, 2));
        deployment.startPrograms(JVM, START);
        FrontDoor door = FrontDoor.before(
                programs(deployment, Kind.EDGE).stream(), programs(deployment, Kind.ARCHIVER).stream());
        return new Stage(chromium, deployment, door);
    }

    private static Path jar(String module) throws IOException {
        try (var files = Files.newDirectoryStream(Path.of("..", module, "target"), module + "-*-exec.jar")) {
            return files.iterator().next().toAbsolutePath();
        }
    }

    Deployment deployment() {
        return deployment;
    }

    List<Program> edges() {
        return programs(deployment, Kind.EDGE);
    }

    List<Program> archivers() {
        return programs(deployment, Kind.ARCHIVER);
    }

    List<Part> brokers() {
        return deployment.parts().stream()
                .filter(part -> part.kind() == Kind.KAFKA)
                .toList();
    }

    private static List<Program> programs(Deployment deployment, Kind kind) {
        return deployment.programs().filter(program -> program.kind() == kind).toList();
    }

    /** Waits until edges and archivers are well. */
    void awaitHealth() throws InterruptedException {
        if (!deployment.awaitHealth(START)) {
            throw new AssertionError("not everything became well");
        }
    }

    /** Somebody of the demo school, in a browser and on a way of their own. */
    Visitor visitor(String username) throws IOException {
        return Visitor.signedIn(chromium.page(), door.port(), username);
    }

    /** A new room of the demo school's teacher. */
    String room(String title, String... students) {
        Api nobody = nobody();
        ArrayNode members = JsonNodeFactory.instance.arrayNode();
        Stream.of(students)
                .map(name -> nobody.signIn(new Login(name, name)).id())
                .forEach(members::add);
        ObjectNode room = JsonNodeFactory.instance.objectNode().put("title", title);
        room.set("members", members);
        room.set("groups", JsonNodeFactory.instance.arrayNode());
        return teacher().post("/api/rooms", room).expect(CREATED).path("id").asString();
    }

    /** Lets only teachers write in a room. */
    void locks(String room) {
        become(room, "locked");
    }

    void unlocks(String room) {
        become(room, "open");
    }

    private void become(String room, String state) {
        teacher()
                .patch(
                        "/api/rooms/" + room,
                        JsonNodeFactory.instance.objectNode().put("state", state))
                .expect(OK);
    }

    /** What the archive says was said in a room, in order. */
    List<String> transcript(String room) {
        Api teacher = teacher();
        String path = "/api/rooms/" + room + "/transcript?kind=message&limit=500";
        List<String> messages = new ArrayList<>();
        String before = "";
        do {
            JsonNode page = teacher.get(path + before).expect(OK);
            messages.addAll(
                    0,
                    StreamSupport.stream(page.path("items").spliterator(), false)
                            .map(item -> item.path("message").asString())
                            .toList());
            before = page.path("before").isNull()
                    ? ""
                    : "&before=" + page.path("before").asString();
        } while (!before.isEmpty());
        return messages;
    }

    private Api teacher() {
        return nobody().as(nobody().signIn(new Login("teacher", "teacher")).token());
    }

    private Api nobody() {
        return Api.at(URI.create("http://127.0.0.1:" + door.port()));
    }

    @Override
    public void close() {
        door.close();
        deployment.close();
        chromium.close();
    }
}
