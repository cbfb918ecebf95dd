package dev.homeroom.faults.deployment;

import dev.homeroom.backends.Database;
import dev.homeroom.backends.LocalPostgres;
import dev.homeroom.backends.PostgresSettings;
import dev.homeroom.backends.Start;
import java.io.IOException;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The Postgres. */
final class Store implements Part {
    private final PostgresSettings settings;
    private @Nullable LocalPostgres postgres;

    /** @param settings with a port that does not change */
    Store(PostgresSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public Kind kind() {
        return Kind.POSTGRES;
    }

    @Override
    public void start() throws IOException {
        stop();
        if (!(LocalPostgres.start(settings) instanceof Start.Started<LocalPostgres>(LocalPostgres started))) {
            throw new IOException("Postgres could not be started; see " + settings.folder());
        }
        postgres = started;
    }

    /** @throws IllegalStateException if it has never been started */
    Database database() {
        if (postgres == null) {
            throw new IllegalStateException("Postgres has not been started");
        }
        return postgres.database("homeroom");
    }

    @Override
    public void stop() {
        if (postgres != null) {
            postgres.close();
        }
    }

    @Override
    public boolean isAlive() {
        return postgres != null && postgres.isAlive();
    }

    /** The server and all its workers. */
    @Override
    public LongStream pids() {
        return postgres == null
                ? LongStream.empty()
                : postgres.process().stream()
                        .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
                        .mapToLong(ProcessHandle::pid);
    }
}
