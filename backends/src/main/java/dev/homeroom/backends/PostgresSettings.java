package dev.homeroom.backends;

import java.nio.file.Path;

/**
 * What a local Postgres should be like.
 *
 * @param folder its own data folder; made when missing, kept when it stops
 * @param port where clients connect, on 127.0.0.1; 0 takes a free one
 * @param durability whether what is committed outlives a crash of the machine
 */
public record PostgresSettings(Path folder, int port, Durability durability) {
    /** What a commit is worth. */
    public enum Durability {
        /** It is on the disk. */
        SAFE,
        /** It may be lost, and the data folder with it, if the machine crashes: for tests. */
        FAST
    }

    public PostgresSettings {
        folder = folder.toAbsolutePath();
    }

    /** On a free port, with everything committed on the disk. */
    public static PostgresSettings in(Path folder) {
        return new PostgresSettings(folder, 0, Durability.SAFE);
    }

    public PostgresSettings withPort(int port) {
        return new PostgresSettings(folder, port, durability);
    }

    public PostgresSettings withDurability(Durability durability) {
        return new PostgresSettings(folder, port, durability);
    }

    Path data() {
        return folder.resolve("data");
    }

    Path log() {
        return folder.resolve("postgres.log");
    }
}
