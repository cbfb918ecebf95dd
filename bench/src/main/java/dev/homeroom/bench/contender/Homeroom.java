package dev.homeroom.bench.contender;

import dev.homeroom.api.Login;
import dev.homeroom.backends.Database;
import dev.homeroom.backends.KafkaSettings;
import dev.homeroom.backends.LocalKafka;
import dev.homeroom.backends.LocalPostgres;
import dev.homeroom.backends.Ports;
import dev.homeroom.backends.PostgresSettings;
import dev.homeroom.backends.Start;
import dev.homeroom.bench.measure.ServerProcesses;
import dev.homeroom.bench.school.Founder;
import dev.homeroom.bench.school.School;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Homeroom as it is deployed: edges, an archiver, Kafka and Postgres, each in processes of its own. */
public final class Homeroom implements Contender {
    private static final Duration START = Duration.ofMinutes(2);
    private static final Login ADMIN = new Login("admin", "admin");
    private static final Login TEACHER = new Login("teacher", "teacher");
    /** As in the images, but for the heap, which is as large as that of other contenders on the JVM. */
    private static final List<String> JVM = List.of(
            "-Xmx1g",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED");

    private final Path home;
    private final Variant variant;

    /**
     * How the edges are run.
     *
     * @param name of the contender
     * @param edges how many
     * @param jvm options of their JVMs, besides those of the images
     * @param settings on their command lines
     */
    public record Variant(String name, int edges, List<String> jvm, List<String> settings) {
        /** One edge, as it comes. */
        public static final Variant PLAIN = new Variant("homeroom", 1, List.of(), List.of());

        private static final String EDGES = "edges=";

        /**
         * Reads {@code NAME:WORDS}, in which words are options of the JVM, settings of the form {@code --name=value}, and
         * {@code edges=N}.
         *
         * @throws IllegalArgumentException if it is nothing like that
         */
        public static Variant parse(String text) {
            String[] parts = text.split(":", 2);
            if (parts.length < 2 || !parts[0].matches("[a-z0-9-]+")) {
                throw new IllegalArgumentException("a variant is NAME:WORDS, and not " + text);
            }
            int edges = PLAIN.edges;
            List<String> jvm = new ArrayList<>();
            List<String> settings = new ArrayList<>();
            for (String word : parts[1].strip().split(" +", -1)) {
                if (word.matches(EDGES + "[1-9]")) {
                    edges = Integer.parseInt(word.substring(EDGES.length()));
                } else if (word.startsWith("--")) {
                    settings.add(word);
                } else if (word.startsWith("-")) {
                    jvm.add(word);
                } else {
                    throw new IllegalArgumentException("a variant cannot have " + word);
                }
            }
            return new Variant(PLAIN.name + "-" + parts[0], edges, jvm, settings);
        }
    }

    /** @param home of Homeroom's sources, where its programs have been built */
    public Homeroom(Path home, Variant variant) {
        this.home = home;
        this.variant = variant;
    }

    @Override
    public String name() {
        return variant.name();
    }

    @Override
    public void prepare() throws UnavailableException {
        jar("chat-edge");
        jar("archiver");
    }

    private Path jar(String module) throws UnavailableException {
        Path target = home.resolve(module).resolve("target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow(() -> new UnavailableException(module + " is not built"));
        } catch (IOException _) {
            throw new UnavailableException(module + " is not built");
        }
    }

    @Override
    public Stage start(Path folder) throws IOException {
        Files.createDirectories(folder);
        Running running = new Running();
        try {
            running.startBackends(folder);
            running.startPrograms(folder);
            return running;
        } catch (IOException | UnavailableException | RuntimeException e) {
            running.close();
            throw new IOException(e.getMessage(), e);
        }
    }

    private final class Running implements Stage, Keeping {
        private final List<AutoCloseable> parts = new ArrayList<>();
        private final Map<Long, String> names = new LinkedHashMap<>();
        private final List<URI> edges = new ArrayList<>();
        private final int apiPort = Ports.free();
        private String kafka = "";
        private @Nullable Database database;
        private @Nullable Program archiver;

        void startBackends(Path folder) {
            CompletableFuture<LocalPostgres> starting = CompletableFuture.supplyAsync(
                    () -> LocalPostgres.start(PostgresSettings.in(folder.resolve("postgres")))
                            .orThrow(),
                    Thread::startVirtualThread);
            Start<LocalKafka> kafkaStart = LocalKafka.start(KafkaSettings.in(folder.resolve("kafka")));
            LocalPostgres postgres = starting.join();
            parts.add(postgres);
            names.put(postgres.process().orElseThrow().pid(), "postgres");
            LocalKafka broker = kafkaStart.orThrow();
            parts.add(broker);
            names.put(broker.pid(), "broker");
            kafka = broker.bootstrapServers();
            database = postgres.database("homeroom").created();
        }

        void startPrograms(Path folder) throws IOException, UnavailableException {
            Database store = database();
            List<String> ofArchiver = List.of(
                    "--spring.datasource.url=" + store.url(),
                    "--spring.datasource.username=" + store.username(),
                    "--spring.datasource.password=" + store.password(),
                    "--homeroom.archiver.demo=true",
                    "--homeroom.archiver.passwords.bcrypt-strength=4"); // thousands of accounts are made
            archiver = program("archiver", "archiver", apiPort, List.of(), ofArchiver, folder);
            List<Program> programs = new ArrayList<>(List.of(archiver));
            for (int edge = 1; edge <= variant.edges(); edge++) {
                int port = Ports.free();
                edges.add(URI.create("http://127.0.0.1:" + port));
                String name = variant.edges() == 1 ? SERVER : SERVER + " " + edge;
                programs.add(program(name, "chat-edge", port, variant.jvm(), variant.settings(), folder));
            }
            for (Program program : programs) {
                program.awaitHealth(START);
            }
        }

        private Program program(
                String name, String module, int port, List<String> jvm, List<String> settings, Path folder)
                throws IOException, UnavailableException {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(JVM);
            command.addAll(jvm);
            command.addAll(List.of("-jar", jar(module).toString()));
            command.addAll(List.of("--server.port=" + port, "--spring.kafka.bootstrap-servers=" + kafka));
            command.addAll(settings);
            Program program = new Program(name, command, port, folder.resolve(name + ".log"));
            program.start();
            parts.add(program);
            names.put(program.pid(), name);
            return program;
        }

        @Override
        public Place open(int rooms, int members) {
            School school = found(rooms, members);
            return new Place(school, school.transcripts());
        }

        @Override
        public School found(int rooms, int members) {
            return new Founder(URI.create("http://127.0.0.1:" + apiPort), edges, ADMIN, TEACHER).found(rooms, members);
        }

        @Override
        public Optional<Keeping> keeping() {
            return Optional.of(this);
        }

        @Override
        public String kafka() {
            return kafka;
        }

        @Override
        public Database database() {
            return Objects.requireNonNull(database, "not started");
        }

        @Override
        public void stopArchiver() {
            Program running = Objects.requireNonNull(archiver, "not started");
            names.remove(running.pid());
            running.close();
        }

        @Override
        public void startArchiver() throws IOException {
            Program stopped = Objects.requireNonNull(archiver, "not started");
            stopped.start();
            names.put(stopped.pid(), "archiver");
        }

        @Override
        public void awaitArchiver() throws IOException {
            Objects.requireNonNull(archiver, "not started").awaitHealth(START);
        }

        @Override
        public ServerProcesses processes() {
            return new ServerProcesses(names);
        }

        @Override
        public void close() {
            for (AutoCloseable part : parts.reversed()) {
                try {
                    part.close();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
