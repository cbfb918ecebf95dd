package dev.homeroom.bench.contender;

import dev.homeroom.bench.check.Archive;
import dev.homeroom.bench.crowd.Venue;
import dev.homeroom.bench.measure.ServerProcesses;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A contender that runs. Its processes end when it is closed, and when this JVM does, unless that is killed without a word. */
public interface Stage extends AutoCloseable {
    /**
     * Where a scene plays.
     *
     * @param archive null where nothing is kept
     */
    record Place(Venue venue, @Nullable Archive archive) {}

    /** Makes rooms that nobody has been in, with so many members each. */
    Place open(int rooms, int members);

    /** Its durable side; empty where nothing is kept. */
    default Optional<Keeping> keeping() {
        return Optional.empty();
    }

    /** All that it consists of; {@value #SERVER} is what clients are connected to. */
    ServerProcesses processes();

    /** What the process is called that clients are connected to. */
    String SERVER = "server";

    @Override
    void close();
}
