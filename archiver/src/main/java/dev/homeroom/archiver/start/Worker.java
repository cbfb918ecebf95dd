package dev.homeroom.archiver.start;

import java.util.List;

/** Work that goes on in the background from when the schema and the topics are there until the archiver stops. */
public interface Worker {
    void start();

    /** Returns once the work has come to rest. */
    void stop();

    /** On which it works. */
    List<BackgroundThread> threads();
}
