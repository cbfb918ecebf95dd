package dev.homeroom.archiver.ingest;

import java.util.Locale;
import java.util.stream.Stream;

/** What an entry of a transcript tells of. */
public enum EntryKind {
    MESSAGE(0),
    ENTERED(1),
    LEFT(2);

    private final short code;

    EntryKind(int code) {
        this.code = (short) code;
    }

    /** As it stands in the database. */
    public short code() {
        return code;
    }

    public static EntryKind ofCode(short code) {
        return Stream.of(values()).filter(kind -> kind.code == code).findFirst().orElseThrow();
    }

    /** As it stands in JSON. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
