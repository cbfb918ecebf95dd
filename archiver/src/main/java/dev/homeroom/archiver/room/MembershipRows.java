package dev.homeroom.archiver.room;

import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.contract.RoomId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was a member of a room, and when. */
@Component
class MembershipRows {
    private final JdbcClient jdbc;

    MembershipRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody who was a member.
     *
     * @param teacher what they are now
     * @param since when they had become one
     */
    record PastMember(UUID id, String displayName, boolean teacher, Instant since) {}

    /** Notes who has become a member of these rooms and who is none any more. They are locked, and hold what will be published. */
    void note(Collection<UUID> rooms) {
        jdbc.sql("""
                        WITH gone AS (
                          UPDATE membership AS m SET until = greatest(m.since, now())
                          WHERE room = ANY (:rooms) AND until IS NULL AND NOT EXISTS (
                            SELECT FROM current_member c WHERE c.room = m.room AND c.account = m.account)
                        )
                        INSERT INTO membership (room, account, since)
                        SELECT room, account, now() FROM current_member AS c
                        WHERE room = ANY (:rooms) AND NOT EXISTS (
                          SELECT FROM membership m WHERE m.room = c.room AND m.account = c.account AND m.until IS NULL)
                        ON CONFLICT (room, account, since) DO UPDATE SET until = NULL
                        """).param("rooms", Sql.uuids(rooms)).update();
    }

    /** By name. */
    List<PastMember> at(RoomId room, Instant time) {
        return jdbc.sql("""
                        SELECT m.account, a.display_name, a.role <> 'student' AS teacher, m.since
                        FROM membership m JOIN account a ON a.id = m.account
                        WHERE m.room = :room AND m.since <= :time AND (m.until IS NULL OR m.until > :time)
                        ORDER BY a.display_name, m.account
                        """)
                .param("room", room.value())
                .param("time", Sql.time(time))
                .query((row, _) -> new PastMember(
                        Sql.uuid(row, "account"),
                        row.getString("display_name"),
                        row.getBoolean("teacher"),
                        Sql.time(row, "since")))
                .list();
    }
}
