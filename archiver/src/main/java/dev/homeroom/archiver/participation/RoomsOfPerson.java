package dev.homeroom.archiver.participation;

import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.room.Rooms;
import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.contract.RoomId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** In which rooms somebody is or was, among those whose transcripts a caller may read. */
@Component
class RoomsOfPerson {
    private final JdbcClient jdbc;
    private final Rooms rooms;

    RoomsOfPerson(JdbcClient jdbc, Rooms rooms) {
        this.jdbc = jdbc;
        this.rooms = rooms;
    }

    /** @param entries how many it has, of everybody */
    record RoomName(RoomId id, String title, long entries) {}

    /** The oldest first. */
    List<RoomName> list(Caller caller, UUID person, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                        SELECT r.id, r.title, coalesce(x.entries, 0) AS entries
                        FROM room r LEFT JOIN room_activity x ON x.room = r.id
                        WHERE r.id = ANY (:readable) AND (cast(:after AS uuid) IS NULL OR r.id > :after)
                          AND (EXISTS (SELECT FROM room_member m WHERE m.room = r.id AND m.account = :person)
                               OR EXISTS (SELECT FROM entry e WHERE e.room = r.id AND e.account = :person))
                        ORDER BY r.id LIMIT :limit
                        """)
                .param("readable", Sql.uuids(rooms.readable(caller)))
                .param("person", person)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) ->
                        new RoomName(new RoomId(Sql.uuid(row, "id")), row.getString("title"), row.getLong("entries")))
                .list();
    }
}
