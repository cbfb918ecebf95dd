package dev.homeroom.archiver.export;

import java.io.UncheckedIOException;
import java.util.UUID;

/**
 * Writes one file, in the order of these methods: the lines of a room stand between its beginning and its end. Holds no more
 * of the file than a buffer.
 *
 * <p>What cannot be written is thrown as {@link UncheckedIOException}. A file whose {@link #end} was not called is not whole.
 */
interface TranscriptWriter {
    void begin(Heading heading);

    void beginRoom(UUID room, String title);

    void line(Line line);

    void endRoom();

    void end();
}
