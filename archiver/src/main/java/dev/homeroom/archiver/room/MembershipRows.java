package dev.homeroom.archiver.room;

import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.contract.AccountId;
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
                        WITH present AS MATERIALIZED (
                          SELECT room, account FROM current_member WHERE room = ANY (:rooms)
                        ), noted AS MATERIALIZED (
                          SELECT room, account FROM membership WHERE room = ANY (:rooms) AND until IS NULL
                        ), gone AS (
                          UPDATE membership AS m SET until = greatest(m.since, now())
                          FROM (SELECT * FROM noted EXCEPT SELECT * FROM present) AS g
                          WHERE m.room = g.room AND m.account = g.account AND m.until IS NULL
                        )
                        INSERT INTO membership (room, account, since)
                        SELECT room, account, now() FROM (SELECT * FROM present EXCEPT SELECT * FROM noted) AS come
                        ON CONFLICT (room, account, since) DO UPDATE SET until = NULL
                        """).param("rooms", Sql.uuids(rooms)).update();
    }

    boolean was(RoomId room, AccountId account, Instant time) {
        return jdbc.sql("""
                        SELECT EXISTS (
                          SELECT FROM membership WHERE room = :room AND account = :account
                            AND since <= :time AND (until IS NULL OR until > :time))
                        """)
                .param("room", room.value())
                .param("account", account.value())
                .param("time", Sql.time(time))
                .query(Boolean.class)
                .single();
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
