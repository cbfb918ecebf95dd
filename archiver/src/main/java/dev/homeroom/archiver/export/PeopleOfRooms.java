package dev.homeroom.archiver.export;

import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.account.Role;
import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.archiver.transcript.WholeTranscript;
import dev.homeroom.archiver.transcript.WholeTranscript.Writer;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.SchoolId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows who is to be called otherwise in the export of a room: everybody who is or was a member, or wrote. */
@Component
class PeopleOfRooms {
    private final JdbcClient jdbc;
    private final WholeTranscript transcript;
    private final Pseudonyms pseudonyms;

    PeopleOfRooms(JdbcClient jdbc, WholeTranscript transcript, Pseudonyms pseudonyms) {
        this.jdbc = jdbc;
        this.transcript = transcript;
        this.pseudonyms = pseudonyms;
    }

    /** @param role null for guests */
    private record Known(
            UUID id,
            String name,
            @Nullable String username,
            @Nullable Role role) {}

    /** Whoever exports the rooms has a pseudonym too. */
    Names pseudonyms(Caller caller, List<RoomId> rooms, PrintedWords words) {
        return new Pseudonymous(people(caller, rooms, words), words);
    }

    private List<Person> people(Caller caller, List<RoomId> rooms, PrintedWords words) {
        SchoolId school = caller.school();
        List<Writer> writers = rooms.stream()
                .flatMap(room -> transcript.writers(room).stream())
                .toList();
        Map<UUID, Known> known = Stream.concat(
                        withAccounts(caller, rooms, writers),
                        writers.stream()
                                .filter(Writer::guest)
                                .map(guest -> new Known(guest.id(), guest.name(), null, null)))
                .collect(Collectors.toMap(Known::id, Function.identity(), (one, _) -> one));
        Map<UUID, String> codes = pseudonyms.of(school, known.keySet());
        return known.values().stream()
                .map(each -> new Person(
                        each.id(),
                        each.name(),
                        each.username(),
                        words.pseudonym(each.role(), codes.getOrDefault(each.id(), "?"))))
                .toList();
    }

    private Stream<Known> withAccounts(Caller caller, List<RoomId> rooms, List<Writer> writers) {
        return jdbc
                .sql("""
                        SELECT a.id, a.display_name, a.username, a.role FROM account a
                        WHERE a.id = :me OR a.id = ANY (:writers)
                          OR a.id IN (SELECT account FROM room_member WHERE room = ANY (:rooms))
                        """)
                .param("me", caller.id().value())
                .param("writers", Sql.uuids(writers.stream().map(Writer::id).toList()))
                .param("rooms", Sql.uuids(rooms.stream().map(RoomId::value).toList()))
                .query((row, _) -> new Known(
                        Sql.uuid(row, "id"),
                        row.getString("display_name"),
                        row.getString("username"),
                        Role.of(row.getString("role"))))
                .list()
                .stream();
    }

    private static final class Pseudonymous implements Names {
        private final Map<UUID, String> pseudonyms = new HashMap<>();
        private final HiddenNames hidden;
        private final PrintedWords words;

        Pseudonymous(List<Person> people, PrintedWords words) {
            people.forEach(person -> pseudonyms.put(person.id(), person.pseudonym()));
            hidden = new HiddenNames(people, words.somebody());
            this.words = words;
        }

        @Override
        public boolean areReal() {
            return false;
        }

        /** Whoever came while it is written is nobody in particular. */
        @Override
        public String nameOf(UUID account, String name) {
            return pseudonyms.getOrDefault(account, words.somebody());
        }

        @Override
        public String hiddenIn(String text) {
            return hidden.hide(text);
        }
    }
}
