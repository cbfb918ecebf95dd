package dev.homeroom.archiver.room;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What somebody is to a room that exists for them. */
public enum RoomAccess {
    /** A member who reads and writes. */
    STUDENT,
    /** A member who also changes the room and reads its transcript. */
    TEACHER,
    /** No member, but an admin of the school: changes the room, also one without a teacher, and reads its transcript. */
    ADMIN;

    @JsonValue
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isMember() {
        return this != ADMIN;
    }

    public boolean mayManage() {
        return this != STUDENT;
    }

    public boolean mayReadTranscript() {
        return this != STUDENT;
    }
}
