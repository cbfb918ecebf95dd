package dev.homeroom.testing;

import dev.homeroom.backends.Database;

/** A real Postgres, wherever it runs. */
public interface PostgresServer extends AutoCloseable {
    /** How to reach the database of this name, which need not exist. */
    Database database(String name);

    @Override
    void close();
}
