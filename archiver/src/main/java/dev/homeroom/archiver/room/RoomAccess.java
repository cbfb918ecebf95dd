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
    ADMIN,
    /** Neither, but the school's safeguarding lead: reads its transcript, removes messages and mutes students. */
    SAFEGUARDING;

    @JsonValue
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isMember() {
        return this == STUDENT || this == TEACHER;
    }

    public boolean mayManage() {
        return this == TEACHER || this == ADMIN;
    }

    /** Whether they may remove messages and mute students. */
    public boolean mayKeepOrder() {
        return this != STUDENT;
    }

    public boolean mayReadTranscript() {
        return this != STUDENT;
    }
}
