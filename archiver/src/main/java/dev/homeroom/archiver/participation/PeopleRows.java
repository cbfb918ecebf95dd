package dev.homeroom.archiver.participation;

import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.archiver.transcript.EntryAuthors;
import dev.homeroom.contract.RoomId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who there is to count. */
@Component
class PeopleRows {
    private final JdbcClient jdbc;

    PeopleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everybody who is or was a member, and everybody of whom there is an entry; by name. */
    List<Person> of(RoomId room) {
        return jdbc.sql(EntryAuthors.WITH + """
                        SELECT p.account, coalesce(a.display_name, g.name, '?') AS name, m.account IS NOT NULL AS member,
                               CASE WHEN a.id IS NULL THEN 'guest' WHEN a.role = 'student' THEN a.role ELSE 'teacher' END
                                 AS role
                        FROM (
                          SELECT account FROM author
                          UNION
                          SELECT account FROM room_member WHERE room = :room
                        ) p
                        LEFT JOIN account a ON a.id = p.account
                        LEFT JOIN guest g ON g.id = p.account
                        LEFT JOIN current_member m ON m.room = :room AND m.account = p.account
                        ORDER BY name, p.account
                        """)
                .param("room", room.value())
                .query((row, _) -> new Person(
                        Sql.uuid(row, "account"),
                        row.getString("name"),
                        row.getString("role"),
                        row.getBoolean("member")))
                .list();
    }
}
