package dev.homeroom.contract;

import java.util.UUID;

/** Reads UUIDs in their one canonical length; {@link UUID#fromString} alone would take {@code 1-1-1-1-1} too. */
final class Uuids {
    private static final int TEXT_LENGTH = 36;

    private Uuids() {}

    static UUID parse(String text) {
        if (text.length() != TEXT_LENGTH) {
            throw new IllegalArgumentException("not a UUID");
        }
        return UUID.fromString(text);
    }
}
