package dev.homeroom.testing;

import dev.homeroom.backends.Database;
import dev.homeroom.backends.Folders;
import dev.homeroom.backends.KafkaSettings;
import dev.homeroom.backends.LocalKafka;
import dev.homeroom.backends.LocalPostgres;
import dev.homeroom.backends.PostgresSettings;
import dev.homeroom.backends.PostgresSettings.Durability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs the servers as processes of this machine, in folders that go with them. */
final class LocalHost implements Host {
    @Override
    public KafkaServer startKafka() {
        return new KafkaProcess(LocalKafka.start(KafkaSettings.in(folder())).orThrow());
    }

    @Override
    public PostgresServer startPostgres() {
        PostgresSettings settings = PostgresSettings.in(folder()).withDurability(Durability.FAST);
        return new PostgresProcess(LocalPostgres.start(settings).orThrow());
    }

    /** Below the module's build folder where there is one, so that cleaning the build cleans up after a killed run. */
    private static Path folder() {
        Path build = Path.of("target");
        try {
            return Files.isDirectory(build)
                    ? Files.createTempDirectory(build, "backend-")
                    : Files.createTempDirectory("homeroom-backend-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record KafkaProcess(LocalKafka kafka) implements KafkaServer {
        @Override
        public String bootstrapServers() {
            return kafka.bootstrapServers();
        }

        @Override
        public void close() {
            kafka.close();
            delete(kafka.folder());
        }
    }

    private record PostgresProcess(LocalPostgres postgres) implements PostgresServer {
        @Override
        public Database database(String name) {
            return postgres.database(name);
        }

        @Override
        public void close() {
            postgres.close();
            delete(postgres.folder());
        }
    }
}
