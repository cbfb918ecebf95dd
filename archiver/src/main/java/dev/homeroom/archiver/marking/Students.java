package dev.homeroom.archiver.marking;

import dev.homeroom.contract.RoomId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who of a room can be given feedback: its students. */
@Component
class Students {
    private final JdbcClient jdbc;

    Students(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param member whether they are in the room now, as a student */
    record Student(UUID id, String name, boolean member) {}

    /**
     * Somebody who is or was a member of the room, and is a student of it now or has feedback from when they were; empty for all
     * others.
     */
    Optional<Student> find(RoomId room, UUID account) {
        return jdbc.sql("""
                        SELECT a.id, a.display_name, c.account IS NOT NULL AS member
                        FROM room_member m
                        JOIN account a ON a.id = m.account
                        LEFT JOIN current_member c ON c.room = m.room AND c.account = m.account AND c.role = 'student'
                        WHERE m.room = :room AND m.account = :account
                          AND (a.role = 'student'
                               OR EXISTS (SELECT FROM feedback f WHERE f.room = m.room AND f.student = m.account))
                        """)
                .param("room", room.value())
                .param("account", account)
                .query((row, _) -> new Student(
                        row.getObject("id", UUID.class), row.getString("display_name"), row.getBoolean("member")))
                .optional();
    }
}
