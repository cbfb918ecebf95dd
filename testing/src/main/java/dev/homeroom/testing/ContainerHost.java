package dev.homeroom.testing;

import dev.homeroom.backends.Database;
import org.apache.kafka.common.utils.AppInfoParser;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Runs the images that we deploy, in a Docker engine. */
final class ContainerHost implements Host {
    private static final String KAFKA = "apache/kafka:" + AppInfoParser.getVersion();
    private static final String POSTGRES = "postgres:18";

    static boolean answers() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    @Override
    public KafkaServer startKafka() {
        KafkaContainer container = new KafkaContainer(KAFKA).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        container.start();
        return new KafkaInContainer(container);
    }

    @Override
    public PostgresServer startPostgres() {
        PostgreSQLContainer container = new PostgreSQLContainer(POSTGRES).withDatabaseName("postgres");
        container.start();
        return new PostgresInContainer(container);
    }

    private record KafkaInContainer(KafkaContainer container) implements KafkaServer {
        @Override
        public String bootstrapServers() {
            return container.getBootstrapServers();
        }

        @Override
        public void close() {
            container.stop();
        }
    }

    private record PostgresInContainer(PostgreSQLContainer container) implements PostgresServer {
        @Override
        public Database database(String name) {
            return new Database(
                    container.getHost(),
                    container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                    name,
                    container.getUsername(),
                    container.getPassword());
        }

        @Override
        public void close() {
            container.stop();
        }
    }
}
