package dev.homeroom.archiver.start;

import java.util.List;

/** Work that goes on in the background from when the schema and the topics are there until the archiver stops. */
public interface Worker {
    void start();

    /** On which it works. */
    List<BackgroundThread> threads();

    /** Returns once the work has come to rest. */
    default void stop() {
        threads().forEach(BackgroundThread::stop);
    }
}
