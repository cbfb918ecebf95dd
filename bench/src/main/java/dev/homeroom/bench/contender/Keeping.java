package dev.homeroom.bench.contender;

import dev.homeroom.backends.Database;
import dev.homeroom.bench.school.School;
import java.io.IOException;

/** The durable side of a contender that has one. For one thread. */
public interface Keeping {
    /** As {@code bootstrap.servers}. */
    String kafka();

    Database database();

    School found(int rooms, int members);

    void stopArchiver();

    /** Returns at once. */
    void startArchiver() throws IOException;

    /** Waits until it is well. */
    void awaitArchiver() throws IOException;
}
