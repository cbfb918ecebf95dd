package dev.homeroom.archiver.participation;

import java.util.UUID;

/**
 * Somebody of a room, by the name that they have now.
 *
 * @param role teacher, student or guest
 * @param member whether they are in the room now
 */
record Person(UUID id, String name, String role, boolean member) {
    /** Whether they are one of those who are compared. */
    boolean isCompared() {
        return !role.equals("teacher");
    }

    /** Whether they are to be shown although they wrote nothing. */
    boolean isStudentNow() {
        return member && role.equals("student");
    }
}
