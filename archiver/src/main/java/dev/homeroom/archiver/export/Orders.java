package dev.homeroom.archiver.export;

import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.account.Role;
import dev.homeroom.archiver.export.Order.Subject;
import dev.homeroom.archiver.problem.ProblemException;
import dev.homeroom.archiver.room.RoomDoor;
import dev.homeroom.archiver.room.RoomEntrance;
import dev.homeroom.archiver.room.Rooms;
import dev.homeroom.archiver.transcript.EntryFilter;
import dev.homeroom.archiver.transcript.FilterParameters;
import dev.homeroom.archiver.transcript.WholeTranscript;
import dev.homeroom.contract.RoomId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes orders of what somebody may read, and no others: also later, when a file is written and when it is fetched. */
@Component
class Orders {
    private final RoomDoor door;
    private final Rooms rooms;
    private final WholeTranscript transcript;
    private final JdbcClient jdbc;

    Orders(RoomDoor door, Rooms rooms, WholeTranscript transcript, JdbcClient jdbc) {
        this.door = door;
        this.rooms = rooms;
        this.transcript = transcript;
        this.jdbc = jdbc;
    }

    Order of(Caller caller, UUID room, FilterParameters filter, Layout layout) {
        RoomEntrance entrance = door.transcriptReader(caller, room);
        List<RoomEntrance> rooms = List.of(entrance);
        return new Order(caller, rooms, null, transcript.filter(caller, rooms, filter), layout);
    }

    Order of(Caller caller, ExportRequest request) {
        UUID room = request.room();
        UUID account = request.account();
        if (room != null) {
            return of(caller, room, request.filter(), request.layout());
        }
        if (account == null) {
            throw ProblemException.invalid("room", "must be given, or account");
        }
        return ofPerson(caller, account, request);
    }

    private Order ofPerson(Caller caller, UUID account, ExportRequest request) {
        if (caller.is(Role.STUDENT)) {
            throw ProblemException.forbidden("Only teachers read transcripts.");
        }
        Layout layout = request.layout();
        String name = nameOf(caller, account).orElseThrow(() -> ProblemException.notFound("account"));
        List<RoomEntrance> wanted = rooms.readable(caller, ids(transcript.roomsOf(rooms.readable(caller), account)));
        if (wanted.isEmpty()) {
            throw ProblemException.conflict("nothing-to-export", "They have written in no room that you read.");
        }
        EntryFilter filter = transcript.filter(caller, wanted, request.filter());
        return new Order(caller, wanted, new Subject(account, name), filter, layout);
    }

    private Optional<String> nameOf(Caller caller, UUID account) {
        return jdbc.sql("SELECT display_name FROM account WHERE id = ? AND school = ?")
                .params(account, caller.school().value())
                .query(String.class)
                .optional();
    }

    /** Those of the exports that they could order today too. */
    List<ExportJob> stillAllowed(Caller caller, List<ExportJob> exports) {
        Map<RoomId, RoomEntrance> open =
                rooms
                        .readable(
                                caller,
                                ids(exports.stream()
                                        .flatMap(export -> export.rooms().stream())
                                        .toList()))
                        .stream()
                        .collect(Collectors.toMap(RoomEntrance::room, Function.identity()));
        return exports.stream()
                .filter(export -> isAllowed(caller, export, open))
                .toList();
    }

    private boolean isAllowed(Caller caller, ExportJob export, Map<RoomId, RoomEntrance> open) {
        List<RoomEntrance> entrances = export.rooms().stream()
                .flatMap(room -> Stream.ofNullable(open.get(room)))
                .toList();
        return entrances.size() == export.rooms().size()
                && transcript.maySee(caller, entrances, export.request().filter());
    }

    private static List<UUID> ids(List<RoomId> rooms) {
        return rooms.stream().map(RoomId::value).distinct().toList();
    }
}
