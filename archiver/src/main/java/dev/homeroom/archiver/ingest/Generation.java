package dev.homeroom.archiver.ingest;

import java.util.UUID;

/**
 * One of the topics that {@code chat.messages} has been. A re-created topic has another id and starts again at offset 0;
 * its generation has a greater number, so that its records come after all earlier ones.
 */
public record Generation(int number, UUID topicId, int partitions) {}
