package dev.homeroom.edge.recovery;

import dev.homeroom.contract.Cursor;
import dev.homeroom.contract.Position;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;

/**
 * How far in the room log a session has been told of what happens in its rooms: for each partition the last offset. Its text is
 * the token that the client keeps. That of a single partition is the {@link Cursor} of its position, which all sessions that
 * are told of an event there have in common. Not thread-safe.
 */
final class Progress {
    private static final byte FORM = 2;
    private static final int LONGEST_TEXT = 64 * 1024;

    private final UUID topicId;
    private final TreeMap<Integer, Long> offsets = new TreeMap<>();

    Progress(UUID topicId) {
        this.topicId = topicId;
    }

    /** The progress that a token tells of, or nothing if no edge made it. */
    static Optional<Progress> parse(String token) {
        Optional<Cursor> single = Cursor.parse(token);
        if (single.isPresent()) {
            Progress progress = new Progress(single.get().position().topicId());
            progress.advance(single.get().position());
            return Optional.of(progress);
        }
        try {
            return token.length() > LONGEST_TEXT
                    ? Optional.empty()
                    : read(ByteBuffer.wrap(Base64.getUrlDecoder().decode(token)));
        } catch (IllegalArgumentException | BufferUnderflowException _) {
            return Optional.empty();
        }
    }

    private static Optional<Progress> read(ByteBuffer bytes) {
        if (bytes.get() != FORM) {
            return Optional.empty();
        }
        Progress progress = new Progress(new UUID(bytes.getLong(), bytes.getLong()));
        while (bytes.hasRemaining()) {
            progress.offsets.put(Short.toUnsignedInt(bytes.getShort()), bytes.getLong());
        }
        return Optional.of(progress);
    }

    UUID topicId() {
        return topicId;
    }

    /** Goes on to this position, unless it is there already. */
    void advance(Position position) {
        offsets.merge(position.partition(), position.offset(), Math::max);
    }

    /** Says nothing more of a partition. */
    void forget(int partition) {
        offsets.remove(partition);
    }

    OptionalLong in(int partition) {
        Long offset = offsets.get(partition);
        return offset == null ? OptionalLong.empty() : OptionalLong.of(offset);
    }

    boolean isOfOnePartition() {
        return offsets.size() == 1;
    }

    String text() {
        if (isOfOnePartition()) {
            Map.Entry<Integer, Long> only = offsets.firstEntry();
            return new Cursor(new Position(topicId, only.getKey(), only.getValue())).text();
        }
        ByteBuffer bytes = ByteBuffer.allocate(1 + 2 * Long.BYTES + offsets.size() * (Short.BYTES + Long.BYTES))
                .put(FORM)
                .putLong(topicId.getMostSignificantBits())
                .putLong(topicId.getLeastSignificantBits());
        offsets.forEach(
                (partition, offset) -> bytes.putShort(partition.shortValue()).putLong(offset));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
