package dev.homeroom.archiver.room;

import dev.homeroom.archiver.outbox.Outbox;
import dev.homeroom.archiver.outbox.Republication;
import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.Decoded;
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
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells the edges what rooms are now. Each publication raises the room's revision; the room's row is locked from before
 * its state is read until the commit, so a greater revision never carries an older state.
 *
 * <p>A revision is the time in microseconds, or one more than the last: greater than all that were ever published, also
 * where the database has forgotten them because it was restored from a backup.
 */
@Component
class RoomPublication implements Republication {
    private static final int AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final MembershipRows memberships;
    private final Outbox outbox;
    private final RoomSettings settings;

    RoomPublication(JdbcClient jdbc, MembershipRows memberships, Outbox outbox, RoomSettings settings) {
        this.jdbc = jdbc;
        this.memberships = memberships;
        this.outbox = outbox;
        this.settings = settings;
    }

    void publish(RoomId room) {
        publish(List.of(room.value()));
    }

    /** In the current transaction. Rooms are locked in the order of their ids, so that two changes cannot block. */
    void publish(Collection<UUID> rooms) {
        if (rooms.isEmpty()) {
            return;
        }
        List<UUID> locked = lock(rooms);
        memberships.note(locked);
        jdbc.sql("""
                        UPDATE room SET revision = greatest(
                          revision + 1, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint)
                        WHERE id = ANY (?)
                        """).param(Sql.uuids(locked)).update();
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
        return jdbc.sql(
                        "SELECT id, school, title, state, guest, revision, slow_mode, hours FROM room WHERE id = ANY (?)")
                .param(Sql.uuids(rooms))
                .query((row, _) -> new RoomRecord(
                        new RoomId(Sql.uuid(row, "id")),
                        new SchoolId(Sql.uuid(row, "school")),
                        row.getString("title"),
                        RoomState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        row.getBoolean("guest"),
                        row.getLong("revision"),
                        members.getOrDefault(Sql.uuid(row, "id"), List.of()),
                        RoomRows.slowMode(row),
                        RoomRows.hours(row)))
                .list();
    }

    /**
     * All members, and of those who are so no more as many at most, the last to leave: a record is bounded, and edges need
     * their names only for as long as Kafka keeps what they wrote.
     */
    private Map<UUID, List<RoomMember>> members(Collection<UUID> rooms) {
        Map<UUID, List<RoomMember>> members = new HashMap<>();
        jdbc.sql("""
                        SELECT room, account, display_name, role, muted, former FROM (
                          SELECT m.room, m.account, a.display_name, a.role, m.muted, c.account IS NULL AS former,
                                 row_number() OVER (
                                   PARTITION BY m.room
                                   ORDER BY c.account IS NULL, m.until DESC NULLS FIRST, m.account) AS place
                          FROM room_member m
                          JOIN account a ON a.id = m.account
                          LEFT JOIN current_member c ON c.room = m.room AND c.account = m.account
                          WHERE m.room = ANY (?)
                        ) AS p WHERE place <= ? ORDER BY room, account
                        """).params(Sql.uuids(rooms), 2 * settings.maxMembers()).query(row -> {
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

    @Override
    public Comparison comparison() {
        return new RoomComparison();
    }

    /** By revision: two records of one revision are the same. */
    private final class RoomComparison implements Comparison {
        private final Map<String, Long> published = new HashMap<>();

        @Override
        public void see(String key, byte @Nullable [] value) {
            if (value == null) {
                published.remove(key);
            } else if (RoomRecordCodec.decode(value) instanceof Decoded.Valid<RoomRecord>(RoomRecord room)) {
                published.put(key, room.revision());
            }
        }

        @Override
        public void addDiffering() {
            List<UUID> some = after(new UUID(0, 0));
            while (!some.isEmpty()) {
                publish(differing(some));
                some = after(some.getLast());
            }
        }

        private List<UUID> differing(List<UUID> rooms) {
            List<UUID> differing = new ArrayList<>();
            jdbc.sql("SELECT id, revision FROM room WHERE id = ANY (?)")
                    .param(Sql.uuids(rooms))
                    .query(row -> {
                        UUID room = Sql.uuid(row, "id");
                        if (!Objects.equals(published.get(room.toString()), row.getLong("revision"))) {
                            differing.add(room);
                        }
                    });
            return differing;
        }
    }
}
