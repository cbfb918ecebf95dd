package dev.homeroom.edge.recovery;

import dev.homeroom.contract.Cursor;
import dev.homeroom.contract.Position;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * How far in the room log a session has been told of what happens in its rooms: for each partition the last offset. Its text is
 * the token that the client keeps. That of a single partition is the {@link Cursor} of its position, which all sessions that
 * are told of an event there have in common. Not thread-safe.
 */
final class Progress {
    private static final byte FORM = 2;
    private static final int LONGEST_TEXT = 64 * 1024;

    private static final int FORM_LENGTH = 1 + 2 * Long.BYTES;
    private static final int ENTRY_LENGTH = Short.BYTES + Long.BYTES;

    private final UUID topicId;
    /** Few as a rule, and looked at for each delivery: so in arrays, in no order. */
    private int[] partitions = {-1};

    private long[] offsets = {0};
    private int size;

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
            progress.advance(Short.toUnsignedInt(bytes.getShort()), bytes.getLong());
        }
        return Optional.of(progress);
    }

    UUID topicId() {
        return topicId;
    }

    /** Goes on to this position, unless it is there already. */
    void advance(Position position) {
        advance(position.partition(), position.offset());
    }

    private void advance(int partition, long offset) {
        int index = indexOf(partition);
        if (index < 0) {
            add(partition, offset);
        } else {
            offsets[index] = Math.max(offsets[index], offset);
        }
    }

    private int indexOf(int partition) {
        for (int i = 0; i < size; i++) {
            if (partitions[i] == partition) {
                return i;
            }
        }
        return -1;
    }

    private void add(int partition, long offset) {
        if (size == partitions.length) {
            partitions = Arrays.copyOf(partitions, 2 * size);
            offsets = Arrays.copyOf(offsets, 2 * size);
        }
        partitions[size] = partition;
        offsets[size] = offset;
        size++;
    }

    /** Says from now on what the other says now. */
    void become(Progress other) {
        if (partitions.length < other.size) {
            partitions = new int[other.size];
            offsets = new long[other.size];
        }
        System.arraycopy(other.partitions, 0, partitions, 0, other.size);
        System.arraycopy(other.offsets, 0, offsets, 0, other.size);
        size = other.size;
    }

    /** Says nothing more of a partition. */
    void forget(int partition) {
        int index = indexOf(partition);
        if (index >= 0) {
            size--;
            partitions[index] = partitions[size];
            offsets[index] = offsets[size];
        }
    }

    OptionalLong in(int partition) {
        int index = indexOf(partition);
        return index < 0 ? OptionalLong.empty() : OptionalLong.of(offsets[index]);
    }

    boolean isOfOnePartition() {
        return size == 1;
    }

    String text() {
        if (isOfOnePartition()) {
            return new Cursor(new Position(topicId, partitions[0], offsets[0])).text();
        }
        ByteBuffer bytes = ByteBuffer.allocate(FORM_LENGTH + size * ENTRY_LENGTH)
                .put(FORM)
                .putLong(topicId.getMostSignificantBits())
                .putLong(topicId.getLeastSignificantBits());
        for (int i = 0; i < size; i++) {
            bytes.putShort((short) partitions[i]).putLong(offsets[i]);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
