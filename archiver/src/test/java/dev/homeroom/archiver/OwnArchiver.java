package dev.homeroom.archiver;

import static org.awaitility.Awaitility.await;

import dev.homeroom.archiver.start.Readiness;
import dev.homeroom.archiver.start.Readiness.Stage;
import dev.homeroom.backends.Database;
import dev.homeroom.testing.Backends;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** An archiver for one test alone, on backends that the test may stop. */
public final class OwnArchiver implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private OwnArchiver(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Returns when HTTP is served, whatever the backends do. */
    public static OwnArchiver start(String bootstrapServers, Database database, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--homeroom.archiver.passwords.bcrypt-strength=4",
                "--spring.datasource.hikari.minimum-idle=1",
                "--homeroom.archiver.ingest.retry-pause=200ms",
                "--homeroom.archiver.ingest.session-timeout=6s",
                "--homeroom.archiver.outbox.topic-check=500ms",
                "--spring.datasource.hikari.data-source-properties.socketTimeout=5",
                "--spring.kafka.bootstrap-servers=" + bootstrapServers,
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password()));
        arguments.addAll(List.of(settings));
        if (arguments.stream().noneMatch(argument -> argument.startsWith("--homeroom.archiver.demo="))) {
            arguments.add("--homeroom.archiver.demo=true");
        }
        return new OwnArchiver(
                new SpringApplicationBuilder(ArchiverApplication.class).run(arguments.toArray(String[]::new)));
    }

    /** The setting by which archivers of this database share no partitions with others. */
    public static String ownGroup(Database database) {
        return "--homeroom.archiver.ingest.group=archivers-of-" + database.name();
    }

    /** On the broker that all tests share, where it takes no partitions away from the archiver that all tests share. */
    public static OwnArchiver besideTheShared(Database database, String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add(ownGroup(database));
        return start(Backends.kafka().bootstrapServers(), database, all.toArray(String[]::new));
    }

    public OwnArchiver awaitRunning() {
        await().until(() -> bean(Readiness.class).stage() == Stage.RUNNING);
        return this;
    }

    public Api api() {
        return new Api("http://localhost:"
                + Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port")));
    }

    public Api as(String username) {
        return api().signedIn(username, username);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
