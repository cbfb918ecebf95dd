package dev.homeroom.backends;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/** Ids in Kafka's form: a random UUID as 22 characters of base64url. */
final class ClusterIds {
    private ClusterIds() {}

    static String random() {
        String id;
        do {
            id = text(UUID.randomUUID());
        } while (id.startsWith("-")); // Kafka's own tools would take it for an option.
        return id;
    }

    private static String text(UUID uuid) {
        ByteBuffer bytes =
                ByteBuffer.allocate(16).putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
