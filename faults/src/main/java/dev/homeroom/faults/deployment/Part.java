package dev.homeroom.faults.deployment;

import java.io.IOException;
import java.util.stream.LongStream;

/** A process of a deployment, which keeps its name, its address and its data however often it is killed. One thread at a time. */
public interface Part {
    /** Such as {@code edge-1}. */
    String name();

    Kind kind();

    /**
     * Starts it, again if it has run before. An edge or an archiver need not be ready yet when this returns; the others are.
     *
     * @throws IOException if it cannot be started
     */
    void start() throws IOException;

    /** Asks it to stop, and waits for that as long as whoever runs it in production would. */
    void stop();

    boolean isAlive();

    /** Its processes; none while it does not run. */
    LongStream pids();

    /** SIGKILL: it has no last words. */
    default void kill() {
        Signals.kill(pids());
    }

    /** SIGSTOP: it does not run, and nobody is told. */
    default void freeze() {
        Signals.freeze(pids());
    }

    /** SIGCONT. */
    default void thaw() {
        Signals.thaw(pids());
    }
}
