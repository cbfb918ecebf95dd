package dev.homeroom.archiver.room;

import dev.homeroom.archiver.outbox.Outbox;
import dev.homeroom.archiver.outbox.Republication;
import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.RoomMember;
import dev.homeroom.contract.RoomRecord;
import dev.homeroom.contract.RoomRecordCodec;
import dev.homeroom.contract.RoomRole;
import dev.homeroom.contract.RoomState;
import dev.homeroom.contract.SchoolId;
import dev.homeroom.contract.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells the edges what rooms are now. Each publication raises the room's revision; the room's row is locked from before
 * its state is read until the commit, so a greater revision never carries an older state.
 */
@Component
class RoomPublication implements Republication {
    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final Outbox outbox;

    RoomPublication(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    void publish(RoomId room) {
        publish(List.of(room.value()));
    }

    /** In the current transaction. Rooms are locked in the order of their ids, so that two changes cannot block. */
    void publish(Collection<UUID> rooms) {
        List<UUID> locked = lock(rooms);
        jdbc.sql("UPDATE room SET revision = revision + 1 WHERE id = ANY (?)")
                .param(Sql.uuids(locked))
                .update();
        Map<UUID, List<RoomMember>> members = members(locked);
        records(locked, members).forEach(this::add);
    }

    List<UUID> lock(Collection<UUID> rooms) {
        return jdbc.sql("SELECT id FROM room WHERE id = ANY (?) ORDER BY id FOR UPDATE")
                .param(Sql.uuids(rooms))
                .query(Sql::firstId)
                .list();
    }

    private void add(RoomRecord room) {
        outbox.add(Topics.ROOMS, room.room().toString(), RoomRecordCodec.encode(room));
    }

    private List<RoomRecord> records(Collection<UUID> rooms, Map<UUID, List<RoomMember>> members) {
        return jdbc.sql("SELECT id, school, title, state, guest, revision FROM room WHERE id = ANY (?)")
                .param(Sql.uuids(rooms))
                .query((row, _) -> new RoomRecord(
                        new RoomId(Sql.uuid(row, "id")),
                        new SchoolId(Sql.uuid(row, "school")),
                        row.getString("title"),
                        RoomState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        row.getBoolean("guest"),
                        row.getLong("revision"),
                        members.getOrDefault(Sql.uuid(row, "id"), List.of())))
                .list();
    }

    /** Whoever's account is closed is like a former member. */
    private Map<UUID, List<RoomMember>> members(Collection<UUID> rooms) {
        Map<UUID, List<RoomMember>> members = new HashMap<>();
        jdbc.sql("""
                        SELECT m.room, m.account, a.display_name, a.role, m.muted, m.former OR NOT a.active AS former
                        FROM room_member m JOIN account a ON a.id = m.account
                        WHERE m.room = ANY (?) ORDER BY m.room, m.account
                        """).param(Sql.uuids(rooms)).query(row -> {
            RoomMember member = new RoomMember(
                    new AccountId(Sql.uuid(row, "account")),
                    row.getString("display_name"),
                    row.getString("role").equals("student") ? RoomRole.STUDENT : RoomRole.TEACHER,
                    row.getBoolean("muted"),
                    row.getBoolean("former"));
            members.computeIfAbsent(Sql.uuid(row, "room"), _ -> new ArrayList<>())
                    .add(member);
        });
        return members;
    }

    @Override
    public String topic() {
        return Topics.ROOMS;
    }

    @Override
    public void addAll() {
        List<UUID> some = after(new UUID(0, 0));
        while (!some.isEmpty()) {
            publish(some);
            some = after(some.getLast());
        }
    }

    private List<UUID> after(UUID room) {
        return jdbc.sql("SELECT id FROM room WHERE id > ? ORDER BY id LIMIT ?")
                .params(room, AT_ONCE)
                .query(Sql::firstId)
                .list();
    }

    @Override
    public void addAgain(Collection<String> keys) {
        publish(keys.stream().map(UUID::fromString).toList());
    }
}
