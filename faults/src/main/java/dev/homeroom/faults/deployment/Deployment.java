package dev.homeroom.faults.deployment;

import dev.homeroom.backends.Database;
import dev.homeroom.backends.LastingPorts;
import dev.homeroom.backends.PostgresSettings;
import dev.homeroom.faults.network.Link;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A whole Homeroom: brokers, Postgres, edges and archivers, and the links between them. */
public final class Deployment implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Blueprint blueprint;
    private final Brokers brokers;
    private final Store store;
    private final List<Way> ways = new ArrayList<>();
    private final List<Link> doors = new ArrayList<>();
    private List<Program> edges = List.of();
    private List<Program> archivers = List.of();
    private final LastingPorts ports = new LastingPorts();

    private Deployment(Blueprint blueprint) throws IOException {
        this.blueprint = blueprint;
        this.brokers = new Brokers(
                blueprint.folder(),
                blueprint.brokers(),
                Stream.concat(edgeNames(), archiverNames()).toList(),
                ports);
        this.store = new Store(
                PostgresSettings.in(blueprint.folder().resolve("postgres")).withPort(ports.take()));
    }

    private Stream<String> edgeNames() {
        return IntStream.rangeClosed(1, blueprint.edges()).mapToObj(number -> "edge-" + number);
    }

    private Stream<String> archiverNames() {
        return IntStream.rangeClosed(1, blueprint.archivers()).mapToObj(number -> "archiver-" + number);
    }

    /**
     * Starts Kafka and Postgres, and makes ready the programs, which {@link #startPrograms} starts. Nothing outlives this JVM,
     * unless it is killed without a word: then edges and archivers do.
     *
     * @throws IOException if something could not be started; nothing is left running
     */
    public static Deployment prepare(Blueprint blueprint) throws IOException {
        Files.createDirectories(blueprint.folder());
        Deployment deployment = new Deployment(blueprint);
        Runtime.getRuntime().addShutdownHook(new Thread(deployment::killPrograms));
        try {
            startAll(Stream.concat(Stream.of(deployment.store), deployment.brokers.all().stream())
                    .toList());
            Database database = deployment.store.database().created();
            deployment.makeArchivers(database);
            deployment.makeEdges();
            return deployment;
        } catch (IOException | RuntimeException e) {
            deployment.close();
            throw e;
        }
    }

    private static void startAll(List<? extends Part> parts) throws IOException {
        List<CompletableFuture<Void>> starts = parts.stream()
                .map(part -> CompletableFuture.runAsync(() -> start(part), Thread::startVirtualThread))
                .toList();
        try {
            starts.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw new IOException(String.valueOf(e.getCause()), e);
        }
    }

    private static void start(Part part) {
        try {
            part.start();
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private void makeArchivers(Database database) throws IOException {
        List<Program> made = new ArrayList<>();
        for (String name : archiverNames().toList()) {
            Link toPostgres = Link.to(name + " to postgres", database.port());
            ways.add(new Way(name + " to postgres", List.of(toPostgres)));
            String url = "jdbc:postgresql://127.0.0.1:" + toPostgres.port() + "/" + database.name();
            made.add(program(
                    name,
                    Kind.ARCHIVER,
                    blueprint.archiverJar(),
                    List.of(
                            "--spring.datasource.url=" + url,
                            "--spring.datasource.username=" + database.username(),
                            "--spring.datasource.password=" + database.password(),
                            "--homeroom.archiver.demo=true",
                            "--homeroom.archiver.passwords.bcrypt-strength=4")));
        }
        archivers = List.copyOf(made);
    }

    private void makeEdges() throws IOException {
        List<Program> made = new ArrayList<>();
        for (String name : edgeNames().toList()) {
            Program edge = program(name, Kind.EDGE, blueprint.edgeJar(), List.of());
            Link door = Link.to("people to " + name, edge.port());
            doors.add(door);
            ways.add(new Way(door.name(), List.of(door)));
            made.add(edge);
        }
        edges = List.copyOf(made);
    }

    private Program program(String name, Kind kind, Path jar, List<String> more) {
        int port = ports.take();
        ways.add(new Way(name + " to kafka", brokers.linksOf(name)));
        List<String> settings = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--spring.kafka.bootstrap-servers=" + brokers.addressFor(name),
                "--homeroom.topics.replication-factor=" + blueprint.brokers()));
        settings.addAll(more);
        return new Program(name, kind, port, jar, settings, blueprint.folder().resolve(name + ".log"));
    }

    /**
     * Starts edges and archivers.
     *
     * @param options of their JVMs
     * @throws IOException if they are not well in time
     */
    public void startPrograms(List<String> options, Duration patience) throws IOException, InterruptedException {
        programs().forEach(program -> program.use(options));
        startAll(programs().toList());
        if (!awaitHealth(patience)) {
            throw new IOException("not well in time: " + unwell() + "; see " + blueprint.folder());
        }
    }

    /** Ends edges and archivers at once; Kafka and Postgres go on. */
    public void killPrograms() {
        programs().forEach(Program::kill);
    }

    /** Waits until all programs are well; false if that takes too long. */
    public boolean awaitHealth(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!unwell().isEmpty()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        }
        return true;
    }

    private List<String> unwell() {
        return programs()
                .filter(program -> !program.isHealthy())
                .map(Program::name)
                .toList();
    }

    public Stream<Program> programs() {
        return Stream.concat(archivers.stream(), edges.stream());
    }

    /** All that can be killed. */
    public List<Part> parts() {
        return Stream.<Stream<? extends Part>>of(brokers.all().stream(), Stream.of(store), programs())
                .flatMap(part -> part)
                .map(Part.class::cast)
                .toList();
    }

    /** All that can be cut. */
    public List<Way> ways() {
        return List.copyOf(ways);
    }

    /** Where people connect to. */
    public List<URI> edges() {
        return doors.stream()
                .map(door -> URI.create("http://127.0.0.1:" + door.port()))
                .toList();
    }

    /** Where the first archiver's API is. */
    public URI api() {
        return URI.create("http://127.0.0.1:" + archivers.getFirst().port());
    }

    /** The cluster, by no link, as {@code bootstrap.servers}. */
    public String kafka() {
        return brokers.address();
    }

    /** Ends everything, whatever state it is in. */
    @Override
    public void close() {
        killPrograms();
        ways.stream().flatMap(way -> way.links().stream()).forEach(Link::close);
        List<Part> backends = Stream.concat(brokers.all().stream(), Stream.of(store))
                .map(Part.class::cast)
                .toList();
        backends.forEach(Part::thaw);
        backends.forEach(Part::kill);
        backends.forEach(Part::stop);
    }
}
