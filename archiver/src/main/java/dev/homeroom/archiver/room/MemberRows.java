package dev.homeroom.archiver.room;

import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.RoomId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of rooms' members: those chosen by themselves and those of the room's groups, of whom only the students count.
 * The room must be locked.
 */
@Component
class MemberRows {
    private final JdbcClient jdbc;

    MemberRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<RoomDetail.Person> list(RoomId room) {
        return jdbc.sql("""
                        SELECT account AS id, username, display_name, role <> 'student' AS teacher, muted, direct
                        FROM current_member WHERE room = ? ORDER BY display_name, account
                        """)
                .param(room.value())
                .query((row, _) -> new RoomDetail.Person(
                        Sql.uuid(row, "id"),
                        row.getString("username"),
                        row.getString("display_name"),
                        row.getBoolean("teacher"),
                        row.getBoolean("muted"),
                        row.getBoolean("direct")))
                .list();
    }

    List<UUID> direct(RoomId room) {
        return jdbc.sql("SELECT account FROM room_member WHERE room = ? AND direct AND NOT former")
                .param(room.value())
                .query(Sql::firstId)
                .list();
    }

    /** How many a room has, those among them who do not count at the moment too. */
    int count(RoomId room) {
        return jdbc.sql("SELECT count(*) FROM room_member WHERE room = ? AND NOT former")
                .param(room.value())
                .query(Integer.class)
                .single();
    }

    /** Makes the members those of {@code direct} and of the room's groups; whoever is none of them is a former one. */
    void replace(RoomId room, Collection<UUID> direct) {
        jdbc.sql("""
                        WITH wanted AS (
                          SELECT account, bool_or(direct) AS direct FROM (
                            SELECT account, true AS direct FROM unnest(:direct::uuid[]) AS account
                            UNION ALL
                            SELECT g.account, false FROM room_group l
                            JOIN school_group_member g ON g.school_group = l.school_group WHERE l.room = :room
                          ) AS chosen GROUP BY account
                        ), gone AS (
                          UPDATE room_member SET former = true, direct = false, until = now()
                          WHERE room = :room AND NOT former AND account NOT IN (SELECT account FROM wanted)
                        )
                        INSERT INTO room_member AS m (room, account, direct)
                        SELECT :room, account, direct FROM wanted
                        ON CONFLICT (room, account) DO UPDATE
                        SET direct = excluded.direct, former = false, until = NULL,
                            since = CASE WHEN m.former THEN now() ELSE m.since END
                        """)
                .param("room", room.value())
                .param("direct", Sql.uuids(direct))
                .update();
    }

    boolean isTeacher(RoomId room, AccountId account) {
        return jdbc.sql("SELECT count(*) FROM current_member WHERE room = ? AND account = ? AND role <> 'student'")
                        .params(room.value(), account.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** @return whether there is such a member */
    boolean mute(RoomId room, AccountId account, boolean muted) {
        return jdbc.sql("""
                                UPDATE room_member AS m SET muted = ? FROM current_member AS c
                                WHERE m.room = ? AND m.account = ? AND c.room = m.room AND c.account = m.account
                                """).params(muted, room.value(), account.value()).update() == 1;
    }

    List<UUID> roomsOf(AccountId account) {
        return jdbc.sql("SELECT room FROM room_member WHERE account = ? ORDER BY room")
                .param(account.value())
                .query(Sql::firstId)
                .list();
    }
}
