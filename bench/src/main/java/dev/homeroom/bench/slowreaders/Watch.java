package dev.homeroom.bench.slowreaders;

import dev.homeroom.bench.measure.ServerJvm;
import dev.homeroom.bench.measure.ServerProcesses;
import dev.homeroom.bench.pace.Clock;
import dev.homeroom.bench.pace.Schedule;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the server ten times a second, and after each collection of its garbage. Looking costs the same in every part of the
 * schedule. The server is the first of the processes that were named; where none was, nothing is seen.
 */
final class Watch implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Optional<ServerJvm> server;
    private final long pid;
    private final Ledger ledger;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("watch").daemon()::unstarted);

    private @Nullable Future<?> looking;

    private Watch(Optional<ServerJvm> server, long pid, Schedule schedule) {
        this.server = server;
        this.pid = pid;
        this.ledger = new Ledger(schedule);
    }

    static Watch of(ServerProcesses processes, Schedule schedule) throws IOException {
        Optional<Long> pid = processes.names().keySet().stream().findFirst();
        return pid.isEmpty()
                ? new Watch(Optional.empty(), 0, schedule)
                : new Watch(Optional.of(ServerJvm.attach(pid.get())), pid.get(), schedule);
    }

    void begin(Clock clock) {
        server.ifPresent(jvm -> looking =
                timer.scheduleAtFixedRate(() -> look(jvm, clock), 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void look(ServerJvm jvm, Clock clock) {
        ledger.look(clock.nanos(), jvm.usedBytes(), ServerProcesses.residentBytes(pid), jvm.ended(Ledger.SLOW));
    }

    /** Collects the server's garbage, and returns the bytes that live; 0 where nothing is seen. Stops it for a moment. */
    long collect() {
        return server.map(ServerJvm::collect).orElse(0L);
    }

    /** How many connections the server has ended so far, by its reason; empty where it does not say. */
    Map<String, Long> ended() {
        return server.map(ServerJvm::ended).orElse(Map.of());
    }

    boolean sees() {
        return server.isPresent();
    }

    Ledger ledger() {
        return ledger;
    }

    @Override
    public void close() throws IOException {
        if (looking != null) {
            looking.cancel(false);
        }
        timer.shutdown();
        if (server.isPresent()) {
            server.get().close();
        }
    }
}
