package dev.homeroom.edge.recovery;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * The secret by which a client claims its session. It names the partition of the sessions' topic where the session is kept; the
 * topic has only its digest, so that nobody can claim a session who reads there.
 */
public final class PrivateId {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 16;
    private static final int LENGTH = Short.BYTES + RANDOM_BYTES;
    private static final int KEY_BYTES = 16;

    private final String text;
    private final int partition;

    private PrivateId(String text, int partition) {
        this.text = text;
        this.partition = partition;
    }

    static PrivateId create(int partition) {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        byte[] bytes = ByteBuffer.allocate(LENGTH)
                .putShort((short) partition)
                .put(random)
                .array();
        return new PrivateId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), partition);
    }

    /** The id of this text, or nothing if no edge made it. */
    static Optional<PrivateId> parse(String text) {
        try {
            byte[] bytes = text.length() > 2 * LENGTH
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(text);
            return bytes.length == LENGTH
                    ? Optional.of(new PrivateId(
                            text, Short.toUnsignedInt(ByteBuffer.wrap(bytes).getShort())))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** What the client gets. */
    public String text() {
        return text;
    }

    int partition() {
        return partition;
    }

    /** The key of the session's records. */
    String key() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, KEY_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }

    @Override
    public String toString() {
        return "PrivateId[" + key() + "]";
    }
}
