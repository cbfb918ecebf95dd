package dev.homeroom.archiver.ingest;

import dev.homeroom.archiver.account.Schools;
import dev.homeroom.archiver.ingest.Judgement.Good;
import dev.homeroom.archiver.room.GuestRooms;
import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.contract.Author;
import dev.homeroom.contract.GuestRoom;
import dev.homeroom.contract.SchoolId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which rooms of a batch exist. A room that a guest made begins to exist here. */
@Component
class KnownRooms {
    private final JdbcClient jdbc;
    private final GuestRooms guestRooms;
    private final Schools schools;
    private final IngestSettings settings;

    KnownRooms(JdbcClient jdbc, GuestRooms guestRooms, Schools schools, IngestSettings settings) {
        this.jdbc = jdbc;
        this.guestRooms = guestRooms;
        this.schools = schools;
        this.settings = settings;
    }

    Set<UUID> among(List<Good> records) {
        Set<UUID> wanted = new HashSet<>();
        records.forEach(good -> wanted.add(good.event().room().value()));
        Set<UUID> known = new HashSet<>(jdbc.sql("SELECT id FROM room WHERE id = ANY (?)")
                .param(Sql.uuids(wanted))
                .query(Sql::firstId)
                .list());
        for (Good good : records) {
            GuestRoom guestRoom = good.event().guestRoom();
            if (guestRoom != null && known.add(guestRoom.id().value())) {
                guestRooms.ensure(guestRoom, guestSchool());
            }
        }
        return known;
    }

    /** Keeps the names of guests, who have no account; in the order of their ids, so that two archivers cannot block. */
    void rememberGuests(List<Good> records) {
        Map<UUID, String> names = new TreeMap<>();
        for (Good good : records) {
            Author author = good.event().author();
            if (author.guestName() != null) {
                names.put(author.account().value(), author.guestName());
            }
        }
        names.forEach((id, name) -> jdbc.sql("INSERT INTO guest (id, name) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(id, name)
                .update());
    }

    private SchoolId guestSchool() {
        return Optional.ofNullable(settings.guestSchool())
                .flatMap(schools::named)
                .or(schools::oldest)
                .orElseThrow(() -> new IllegalStateException("There is no school for the rooms of guests"));
    }
}
