package dev.homeroom.archiver.room;

import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.account.Role;
import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.contract.Decoded;
import dev.homeroom.contract.RoomHours;
import dev.homeroom.contract.RoomHoursCodec;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.RoomState;
import dev.homeroom.contract.SchoolId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of rooms, and what links it with groups. */
@Component
class RoomRows {
    private static final String LINE = """
            SELECT r.id, r.title, r.state, r.guest, r.created_at, r.slow_mode, r.hours, x.last_message_at, me.account IS NOT NULL AS member,
                   (SELECT count(*) FROM current_member m WHERE m.room = r.id) AS member_count
            FROM room r
            LEFT JOIN current_member me ON me.room = r.id AND me.account = :me
            LEFT JOIN room_activity x ON x.room = r.id
            WHERE r.school = :school
            """;

    private final JdbcClient jdbc;

    RoomRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<RoomLine> find(Caller caller, RoomId room) {
        return jdbc.sql(LINE + " AND r.id = :room AND (me.account IS NOT NULL OR :all)")
                .param("me", caller.id().value())
                .param("school", caller.school().value())
                .param("room", room.value())
                .param("all", caller.seesWholeSchool())
                .query((row, _) -> line(row, caller))
                .optional();
    }

    /** Those of them that exist for {@code caller}, in the order of their ids. */
    List<RoomLine> find(Caller caller, Collection<UUID> wanted) {
        return jdbc.sql(LINE + " AND r.id = ANY (:rooms) AND (me.account IS NOT NULL OR :all) ORDER BY r.id")
                .param("me", caller.id().value())
                .param("school", caller.school().value())
                .param("rooms", Sql.uuids(wanted))
                .param("all", caller.seesWholeSchool())
                .query((row, _) -> line(row, caller))
                .list();
    }

    List<RoomLine> listMine(Caller caller, @Nullable UUID after, int limit) {
        return list(caller, "me.account IS NOT NULL", after, limit);
    }

    List<RoomLine> listOfSchool(Caller caller, @Nullable UUID after, int limit) {
        return list(caller, "true", after, limit);
    }

    /** Those that they teach; for admins and the safeguarding lead all of the school. */
    Set<UUID> readable(Caller caller) {
        return jdbc.sql("""
                        SELECT r.id FROM room r
                        WHERE r.school = :school AND (:all OR EXISTS (
                          SELECT FROM current_member m WHERE m.room = r.id AND m.account = :me AND m.role <> 'student'))
                        """)
                .param("me", caller.id().value())
                .param("school", caller.school().value())
                .param("all", caller.seesWholeSchool())
                .query(Sql::firstId)
                .set();
    }

    private List<RoomLine> list(Caller caller, String which, @Nullable UUID after, int limit) {
        return jdbc.sql(LINE + " AND " + which
                        + " AND (:after::uuid IS NULL OR r.id > :after) ORDER BY r.id LIMIT :limit")
                .param("me", caller.id().value())
                .param("school", caller.school().value())
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> line(row, caller))
                .list();
    }

    private static RoomLine line(ResultSet row, Caller caller) throws SQLException {
        return new RoomLine(
                Sql.uuid(row, "id"),
                row.getString("title"),
                RoomState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                access(row.getBoolean("member"), caller.role()),
                row.getBoolean("guest"),
                row.getInt("member_count"),
                Sql.optionalTime(row, "last_message_at"),
                Sql.time(row, "created_at"),
                slowMode(row),
                hours(row));
    }

    static @Nullable Duration slowMode(ResultSet row) throws SQLException {
        Integer seconds = row.getObject("slow_mode", Integer.class);
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }

    static @Nullable RoomHours hours(ResultSet row) throws SQLException {
        String json = row.getString("hours");
        if (json == null) {
            return null;
        }
        return switch (RoomHoursCodec.decode(json)) {
            case Decoded.Valid<RoomHours>(RoomHours hours) -> hours;
            case Decoded.UnknownType<RoomHours> _, Decoded.Malformed<RoomHours> _ ->
                throw new IllegalStateException("a room has hours that cannot be read");
        };
    }

    private static RoomAccess access(boolean member, Role role) {
        if (!member) {
            return role == Role.ADMIN ? RoomAccess.ADMIN : RoomAccess.SAFEGUARDING;
        }
        return role == Role.STUDENT ? RoomAccess.STUDENT : RoomAccess.TEACHER;
    }

    void insert(RoomId room, Caller maker, String title) {
        jdbc.sql("INSERT INTO room (id, school, title, created_by) VALUES (?, ?, ?, ?)")
                .params(room.value(), maker.school().value(), title, maker.id().value())
                .update();
    }

    /** Locks the room until the transaction ends. Groups, if any, must be locked before: see {@link #lockGroups}. */
    void lock(RoomId room) {
        jdbc.sql("SELECT id FROM room WHERE id = ? FOR UPDATE")
                .param(room.value())
                .query(Sql::firstId)
                .single();
    }

    Optional<UUID> maker(RoomId room) {
        return jdbc.sql("SELECT created_by FROM room WHERE id = ?")
                .param(room.value())
                .query((row, _) -> Optional.ofNullable(row.getObject("created_by", UUID.class)))
                .single();
    }

    void rename(RoomId room, String title) {
        jdbc.sql("UPDATE room SET title = ? WHERE id = ?")
                .params(title, room.value())
                .update();
    }

    void setState(RoomId room, RoomState state) {
        jdbc.sql("UPDATE room SET state = ? WHERE id = ?")
                .params(state.name().toLowerCase(Locale.ROOT), room.value())
                .update();
    }

    void setSlowMode(RoomId room, Duration slowMode) {
        jdbc.sql("UPDATE room SET slow_mode = nullif(?, 0) WHERE id = ?")
                .params(Math.toIntExact(slowMode.toSeconds()), room.value())
                .update();
    }

    void setHours(RoomId room, @Nullable RoomHours hours) {
        jdbc.sql("UPDATE room SET hours = :hours::jsonb WHERE id = :room")
                .param("hours", hours == null ? null : RoomHoursCodec.encode(hours))
                .param("room", room.value())
                .update();
    }

    /**
     * Those of {@code groups} that the school has. Their members cannot change until the transaction ends, so that a
     * room that takes them in misses no change that is under way.
     */
    Set<UUID> lockGroups(SchoolId school, Collection<UUID> groups) {
        return new HashSet<>(
                jdbc.sql("SELECT id FROM school_group WHERE school = ? AND id = ANY (?) ORDER BY id FOR SHARE")
                        .params(school.value(), Sql.uuids(groups))
                        .query(Sql::firstId)
                        .list());
    }

    void replaceGroups(RoomId room, Collection<UUID> groups) {
        jdbc.sql("DELETE FROM room_group WHERE room = ? AND school_group <> ALL (?)")
                .params(room.value(), Sql.uuids(groups))
                .update();
        jdbc.sql("INSERT INTO room_group (room, school_group) SELECT ?, unnest(?) ON CONFLICT DO NOTHING")
                .params(room.value(), Sql.uuids(groups))
                .update();
    }

    List<RoomDetail.GroupName> groups(RoomId room) {
        return jdbc.sql("""
                        SELECT g.id, g.name FROM room_group l JOIN school_group g ON g.id = l.school_group
                        WHERE l.room = ? ORDER BY g.name, g.id
                        """)
                .param(room.value())
                .query((row, _) -> new RoomDetail.GroupName(Sql.uuid(row, "id"), row.getString("name")))
                .list();
    }

    /** Those who read the transcript of every room of the room's school, by name. */
    List<RoomDetail.Overseer> overseers(RoomId room) {
        return jdbc.sql("""
                        SELECT a.display_name, a.role = 'admin' AS admin, a.safeguarding_lead
                        FROM room r JOIN account a ON a.school = r.school
                        WHERE r.id = ? AND a.active AND (a.role = 'admin' OR a.safeguarding_lead)
                        ORDER BY a.display_name, a.id
                        """)
                .param(room.value())
                .query((row, _) -> new RoomDetail.Overseer(
                        row.getString("display_name"), row.getBoolean("admin"), row.getBoolean("safeguarding_lead")))
                .list();
    }

    List<UUID> withGroup(UUID group) {
        return jdbc.sql("SELECT room FROM room_group WHERE school_group = ? ORDER BY room")
                .param(group)
                .query(Sql::firstId)
                .list();
    }

    /** @return whether the room is new */
    boolean insertGuestRoom(RoomId room, SchoolId school, String title) {
        return jdbc.sql("""
                                INSERT INTO room (id, school, title, guest) VALUES (?, ?, ?, true)
                                ON CONFLICT DO NOTHING
                                """).params(room.value(), school.value(), title).update() == 1;
    }
}
