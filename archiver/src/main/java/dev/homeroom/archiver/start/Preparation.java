package dev.homeroom.archiver.start;

/**
 * Something that must be in the database before the first request. Runs after the schema is there, in {@code @Order},
 * on each start and on several archivers at once: it must not matter how often it has run before.
 */
public interface Preparation {
    void prepare();
}
