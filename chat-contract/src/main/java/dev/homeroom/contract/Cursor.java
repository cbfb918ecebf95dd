package dev.homeroom.contract;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * The opaque text of a {@link Position}, which means: everything up to and including this has been seen.
 *
 * <p>Clients keep it and give it back; they never look inside. It is no secret and no permission: whoever presents one
 * is checked like everybody else.
 */
public record Cursor(Position position) {
    private static final byte FORM = 1;
    private static final int LENGTH = 1 + 16 + 4 + 8;
    private static final int TEXT_LENGTH = (LENGTH * 8 + 5) / 6;

    /** The cursor's text: base64url without padding, {@value #TEXT_LENGTH} characters. */
    public String text() {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH)
                .put(FORM)
                .putLong(position.topicId().getMostSignificantBits())
                .putLong(position.topicId().getLeastSignificantBits())
                .putInt(position.partition())
                .putLong(position.offset());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** The cursor of this text, or nothing if no Homeroom made it. */
    public static Optional<Cursor> parse(String text) {
        if (text.length() != TEXT_LENGTH) {
            return Optional.empty();
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            return bytes.get() == FORM ? Optional.of(read(bytes)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Cursor read(ByteBuffer bytes) {
        UUID topicId = new UUID(bytes.getLong(), bytes.getLong());
        return new Cursor(new Position(topicId, bytes.getInt(), bytes.getLong()));
    }

    @Override
    public String toString() {
        return text();
    }
}
