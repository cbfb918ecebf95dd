package dev.homeroom.faults.crowd;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The clients, in one Node process: the standard {@code socket.io-client}, unmodified. What they see they write into their diary.
 */
public final class Crowd implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LAST_LINES = Duration.ofSeconds(30);
    private static final Duration INSTALLATION = Duration.ofMinutes(3);

    private final Process process;
    private final Writer commands;
    private final Path diary;
    private final int size;
    private volatile Standing standing = Standing.NONE;
    private int told;

    private Crowd(Process process, Path diary, int size) {
        this.process = process;
        this.commands = process.outputWriter();
        this.diary = diary;
        this.size = size;
    }

    /**
     * Starts the clients, which connect and enter their rooms at once.
     *
     * @param program the folder of the Node program, whose packages are installed if they are not
     * @param folder for the diary
     * @param edges that they move between
     */
    public static Crowd start(Path program, Path folder, List<URI> edges, School school, CrowdSettings settings)
            throws IOException, InterruptedException {
        install(program);
        Path plan = folder.resolve("crowd.json");
        Path diary = folder.resolve("diary.jsonl");
        Files.writeString(plan, plan(edges, school, settings).toString());
        Process process = new ProcessBuilder("node", "crowd.mjs", plan.toString(), diary.toString())
                .directory(program.toFile())
                .redirectError(folder.resolve("crowd.err").toFile())
                .start();
        Crowd crowd = new Crowd(process, diary, school.students().size());
        Thread.ofPlatform().daemon().name("crowd").start(crowd::listen);
        return crowd;
    }

    private static void install(Path program) throws IOException, InterruptedException {
        if (Files.isDirectory(program.resolve("node_modules"))) {
            return;
        }
        Process npm = new ProcessBuilder("npm", "ci", "--silent")
                .directory(program.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!npm.waitFor(INSTALLATION.toSeconds(), TimeUnit.SECONDS) || npm.exitValue() != 0) {
            throw new IOException("npm ci failed in " + program);
        }
    }

    private static ObjectNode plan(List<URI> edges, School school, CrowdSettings settings) {
        ObjectNode plan = JSON.createObjectNode()
                .put("seed", settings.seed())
                .put("writeEveryMs", settings.writeEvery().toMillis())
                .put("sufferEveryMs", settings.sufferEvery().toMillis())
                .put("longestMessage", settings.longestMessage());
        ArrayNode addresses = plan.putArray("edges");
        edges.forEach(edge -> addresses.add(edge.toString()));
        ArrayNode clients = plan.putArray("clients");
        for (int number = 0; number < school.students().size(); number++) {
            School.Student student = school.students().get(number);
            ObjectNode client = clients.addObject()
                    .put("account", student.account())
                    .put("token", student.token())
                    .put("isReader", number < settings.readers());
            student.rooms().forEach(client.putArray("rooms")::add);
            transports(number).forEach(client.putArray("transports")::add);
        }
        return plan;
    }

    /** Most come by WebSocket; some by polling, and some upgrade. */
    private static List<String> transports(int number) {
        return switch (number % 10) {
            case 8 -> List.of("polling");
            case 9 -> List.of("polling", "websocket");
            default -> List.of("websocket");
        };
    }

    private void listen() {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                JsonNode now = JSON.readTree(line);
                standing = new Standing(
                        now.path("commands").asInt(),
                        now.path("connected").asInt(),
                        now.path("settled").asInt(),
                        now.path("unacknowledged").asInt());
            }
        } catch (IOException _) {
            // It has ended.
        }
    }

    /** A command of the Node program. */
    public enum Command {
        /** Everybody writes and suffers. */
        BEGIN,
        /** Nobody does any more. */
        CALM,
        /** Those who only read stop reading. */
        HANG,
        /** Everybody writes once. */
        WRITE,
        /** Every other one leaves for good. */
        LEAVE;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public void tell(Command command) throws IOException {
        told++;
        commands.write(command.word() + "\n");
        commands.flush();
    }

    public int size() {
        return size;
    }

    public Standing standing() {
        return standing;
    }

    /** Waits until all are in their rooms, and have done what they were told; false if that takes too long. */
    public boolean awaitSettled(Duration patience) throws InterruptedException {
        return await(now -> now.settled() == size, patience);
    }

    /** Waits until all that was written is acknowledged as well. */
    public boolean awaitCalm(Duration patience) throws InterruptedException {
        return await(now -> now.settled() == size && now.unacknowledged() == 0, patience);
    }

    private boolean await(Predicate<Standing> wanted, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (standing.commands() < told || !wanted.test(standing)) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        }
        return true;
    }

    /** Ends the clients, and waits until the diary is whole. */
    public Path end() throws IOException, InterruptedException {
        commands.close();
        if (!process.waitFor(LAST_LINES.toSeconds(), TimeUnit.SECONDS)) {
            close();
            throw new IOException("the crowd did not end; see crowd.err");
        }
        return diary;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
