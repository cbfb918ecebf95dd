package dev.homeroom.standalone;

import dev.homeroom.backends.Database;
import dev.homeroom.backends.KafkaSettings;
import dev.homeroom.backends.LocalPostgres;
import dev.homeroom.backends.PostgresSettings;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * The broker and the database, which start at the same time while we do other things.
 *
 * <p>Who asks for one waits until it is there, and gets a {@link ServerFailedException} if it does not come.
 */
final class Servers implements AutoCloseable {
    private static final String DATABASE = "homeroom";

    private final CompletableFuture<Broker> broker;
    private final CompletableFuture<LocalPostgres> postgres;
    private final CompletableFuture<Database> database;

    Servers(DataFolder folder, Terminal terminal) {
        broker = starting("Kafka", terminal, () -> Broker.start(KafkaSettings.in(folder.kafka()), terminal));
        postgres = starting(
                "Postgres",
                terminal,
                () -> ServerFailedException.unlessStarted(LocalPostgres.start(PostgresSettings.in(folder.postgres()))));
        database = postgres.thenApply(server -> server.database(DATABASE).created());
    }

    String bootstrapServers() {
        return awaited(broker).bootstrapServers();
    }

    Database database() {
        return awaited(database);
    }

    /** Stops what was started, the broker last: what it holds is the truth. */
    @Override
    public void close() {
        started(postgres).ifPresent(LocalPostgres::close);
        started(broker).ifPresent(Broker::close);
    }

    private static <S> CompletableFuture<S> starting(String name, Terminal terminal, Supplier<S> start) {
        CompletableFuture<S> server = new CompletableFuture<>();
        Thread.ofPlatform().name("start " + name).start(() -> {
            try {
                server.complete(start.get());
                terminal.ready(name);
            } catch (Throwable e) {
                server.completeExceptionally(e);
            }
        });
        return server;
    }

    private static <S> S awaited(CompletableFuture<S> server) {
        try {
            return server.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof ServerFailedException failed ? failed : e;
        }
    }

    /** One that is still starting is waited for, so that none is left over. */
    private static <S> Optional<S> started(CompletableFuture<S> server) {
        return server.handle((started, _) -> Optional.ofNullable(started)).join();
    }
}
