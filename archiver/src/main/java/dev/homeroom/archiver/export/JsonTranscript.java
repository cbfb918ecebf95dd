package dev.homeroom.archiver.export;

import java.io.OutputStream;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * One object: of a room with its {@code items}, or of several {@code rooms} that are like it.
 *
 * <p>The generator is closed only where all is well: it would complete what was begun, and so hide a failure.
 */
final class JsonTranscript implements TranscriptWriter {
    private final RememberingOutput out;
    private final JsonGenerator json;
    private final boolean severalRooms;

    private Heading heading = Heading.NONE;

    JsonTranscript(OutputStream out, JsonMapper mapper, boolean severalRooms) {
        this.out = new RememberingOutput(out);
        json = mapper.createGenerator(this.out);
        this.severalRooms = severalRooms;
    }

    @Override
    public void begin(Heading heading) {
        this.heading = heading;
        if (severalRooms) {
            json.writeStartObject();
            json.writeStringProperty("title", heading.title());
            writeHeading();
            json.writeArrayPropertyStart("rooms");
        }
    }

    @Override
    public void beginRoom(UUID room, String title) {
        json.writeStartObject();
        json.writePOJOProperty("room", room);
        json.writeStringProperty("title", title);
        if (!severalRooms) {
            writeHeading();
        }
        json.writeArrayPropertyStart("items");
    }

    /** When it was made, and what it is of: nobody takes a part for the whole. */
    private void writeHeading() {
        json.writePOJOProperty("exported_at", heading.exportedAt());
        json.writePOJOProperty("from", heading.from());
        json.writePOJOProperty("to", heading.to());
        json.writeBooleanProperty("filtered", heading.filtered());
        json.writePOJOProperty("names", heading.naming());
    }

    @Override
    public void line(Line line) {
        out.during(() -> json.writePOJO(line));
    }

    @Override
    public void endRoom() {
        out.during(() -> {
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    @Override
    public void end() {
        out.during(() -> {
            if (severalRooms) {
                json.writeEndArray();
                json.writeEndObject();
            }
            json.close();
        });
    }
}
