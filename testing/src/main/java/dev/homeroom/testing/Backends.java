package dev.homeroom.testing;

import dev.homeroom.backends.Database;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * The Kafka and the Postgres of this JVM's integration tests.
 *
 * <p>They run in containers where a Docker engine answers, else as processes of their own; {@code -Dbackends=containers}
 * or {@code -Dbackends=embedded} forces one. Each is started when it is first wanted and stopped with the JVM. Tests
 * share them, so each takes a {@link #freshDatabase()}, and on the shared broker finds what earlier tests wrote, unless
 * it {@linkplain KafkaServer#clear() clears} it. A test that stops or breaks its broker takes one of its own, with
 * {@link #ownKafka()} or {@link dev.homeroom.backends.LocalKafka}.
 */
public final class Backends {
    private static final Host HOST = Host.chosen();
    private static final Shared<KafkaServer> KAFKA = new Shared<>(HOST::startKafka);
    private static final Shared<PostgresServer> POSTGRES = new Shared<>(HOST::startPostgres);
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private Backends() {}

    /** The broker that all tests share. */
    public static KafkaServer kafka() {
        return KAFKA.get();
    }

    /** A new broker for the caller alone, who closes it. */
    public static KafkaServer ownKafka() {
        return HOST.startKafka();
    }

    /** The Postgres that all tests share. */
    public static PostgresServer postgres() {
        return POSTGRES.get();
    }

    /** A new and empty database. */
    public static Database freshDatabase() {
        return postgres().database("test_" + DATABASES.incrementAndGet()).created();
    }

    /** Points a Spring context at the shared broker; for a {@code @DynamicPropertySource}. */
    public static void useKafka(DynamicPropertyRegistry registry) {
        registry.add("spring.kafka.bootstrap-servers", () -> kafka().bootstrapServers());
    }

    /** Points a Spring context at a fresh database; for a {@code @DynamicPropertySource}. */
    public static void useFreshDatabase(DynamicPropertyRegistry registry) {
        Database database = freshDatabase();
        registry.add("spring.datasource.url", database::url);
        registry.add("spring.datasource.username", database::username);
        registry.add("spring.datasource.password", database::password);
    }
}
