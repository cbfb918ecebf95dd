package dev.homeroom.archiver.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeroom.archiver.json.IsoTime;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.UUID;

/** A table; of several rooms the last columns tell them apart. */
final class CsvTranscript implements TranscriptWriter {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Writer writer;
    private final CsvWriter csv;
    private final boolean bom;
    private final boolean severalRooms;

    private String title = "";

    CsvTranscript(OutputStream out, boolean bom, boolean severalRooms) {
        writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
        csv = new CsvWriter(writer);
        this.bom = bom;
        this.severalRooms = severalRooms;
    }

    @Override
    public void begin(Heading heading) {
        if (bom) {
            write(String.valueOf(BYTE_ORDER_MARK));
        }
        csv.row(cells("sent_at", "kind", "name", "user_id", "message", "removed", "id", "room", "room_title"));
    }

    @Override
    public void beginRoom(UUID room, String title) {
        this.title = title;
    }

    @Override
    public void line(Line line) {
        csv.row(cells(
                IsoTime.text(line.sentAt()),
                line.kind(),
                line.username(),
                line.userId() == null ? "" : line.userId().toString(),
                line.message() == null ? "" : line.message(),
                Boolean.toString(line.removed()),
                line.id().toString(),
                line.room().toString(),
                title));
    }

    private String[] cells(String... all) {
        return severalRooms ? all : Arrays.copyOf(all, all.length - 2);
    }

    @Override
    public void endRoom() {}

    @Override
    public void end() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text) {
        try {
            writer.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
