package dev.homeroom.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The standard JavaScript client, unmodified, in a process of its own. */
final class NodeClient implements AutoCloseable {
    private static final Path NODE_PROJECT = Path.of("src/test/node");
    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final Writer commands;
    private final List<JsonNode> lines = new CopyOnWriteArrayList<>();
    private int asked;

    private NodeClient(Process process) {
        this.process = process;
        this.commands = process.outputWriter();
        Thread.ofVirtual().start(this::read);
    }

    static NodeClient start() {
        return start("client-current");
    }

    static NodeClient start(String client) {
        try {
            var _ = modules();
            return new NodeClient(node("node", "client.mjs", client));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the packages lie, which are installed if they are not. */
    static Path modules() throws IOException {
        Path modules = NODE_PROJECT.resolve("node_modules");
        try {
            if (!Files.isDirectory(modules)) {
                assertThat(node("npm", "ci").waitFor(2, TimeUnit.MINUTES)).isTrue();
            }
            return modules.toAbsolutePath();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Process node(String... command) throws IOException {
        return new ProcessBuilder(command)
                .directory(NODE_PROJECT.toFile())
                .redirectErrorStream(true)
                .start();
    }

    private void read() {
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("{")) {
                    lines.add(JSON.readTree(line));
                }
            }
        } catch (IOException _) {
            // It has ended.
        }
    }

    /** Connects and waits until it is. */
    JsonNode connect(Edge edge, Map<String, ?> auth) {
        return connect(edge, auth, Map.of("transports", List.of("websocket")));
    }

    JsonNode connect(Edge edge, Map<String, ?> auth, Map<String, ?> options) {
        open(edge, auth, options);
        return await("connect", 1);
    }

    /** Begins to connect, over WebSocket. */
    void open(Edge edge, Map<String, ?> auth) {
        open(edge, auth, Map.of("transports", List.of("websocket")));
    }

    private void open(Edge edge, Map<String, ?> auth, Map<String, ?> options) {
        ObjectNode all = JSON.valueToTree(options);
        all.set("auth", JSON.valueToTree(auth));
        command("connect", Map.of("url", edge.address(), "options", all));
    }

    void command(String command) {
        command(command, Map.of());
    }

    void command(String command, Map<String, ?> parameters) {
        ObjectNode line = JSON.valueToTree(parameters);
        line.put("command", command);
        try {
            commands.write(line + "\n");
            commands.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Emits, and waits for the answer's first argument. */
    JsonNode ask(String event, Map<String, ?> argument) {
        int number = tell(event, argument);
        return await(line -> is("answer", line) && line.path("number").asInt() == number)
                .path("answer")
                .path(0);
    }

    int tell(String event, Map<String, ?> argument) {
        int number = ++asked;
        command("emit", Map.of("number", number, "event", event, "args", List.of(argument)));
        return number;
    }

    /** The {@code count}th line of this kind. */
    JsonNode await(String kind, int count) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(lines(kind)).as("%s", lines).hasSizeGreaterThanOrEqualTo(count));
        return lines(kind).get(count - 1);
    }

    JsonNode await(Predicate<JsonNode> wanted) {
        Awaitility.await().untilAsserted(() -> assertThat(lines).anyMatch(wanted));
        return lines.stream().filter(wanted).findFirst().orElseThrow();
    }

    List<JsonNode> lines(String kind) {
        return lines.stream().filter(line -> is(kind, line)).toList();
    }

    /** The first arguments of all events of this name, in the order in which they came. */
    List<JsonNode> events(String name) {
        return lines("event").stream()
                .filter(line -> line.path("event").asString().equals(name))
                .map(line -> line.path("args"))
                .toList();
    }

    /** What was written in rooms, as it came. */
    List<String> messages() {
        return events("new_message").stream()
                .map(arguments -> arguments.path(0).path("message").asString())
                .toList();
    }

    void awaitMessages(String... expected) {
        Awaitility.await().untilAsserted(() -> assertThat(messages()).contains(expected[expected.length - 1]));
        assertThat(messages()).containsExactly(expected);
    }

    private static boolean is(String kind, JsonNode line) {
        return line.path("kind").asString().equals(kind);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
