package dev.homeroom.edge.chat;

import dev.homeroom.contract.Author;
import dev.homeroom.contract.GuestRoom;
import dev.homeroom.contract.RoomEvent;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.RoomMember;
import dev.homeroom.edge.membership.Room;
import dev.homeroom.edge.membership.RoomDirectory;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The names that rooms show for people, which stand in no message. */
@Component
final class People {
    private static final String UNKNOWN = "—";

    private final RoomDirectory directory;
    private final ChatProperties properties;

    People(RoomDirectory directory, ChatProperties properties) {
        this.directory = directory;
        this.properties = properties;
    }

    /** Somebody as the room shows them. */
    private record Shown(String id, String name, String role) {}

    String nameOf(RoomId room, Author author) {
        return nameOf(directory.find(room), author);
    }

    private static String nameOf(Optional<Room> room, Author author) {
        if (author.guestName() != null) {
            return author.guestName();
        }
        return room.flatMap(found -> found.nameOf(author.account())).orElse(UNKNOWN);
    }

    /** The title of the room in which something happened. */
    String titleOf(RoomEvent event) {
        GuestRoom guestRoom = event.guestRoom();
        return guestRoom == null ? directory.find(event.room()).map(Room::title).orElse(UNKNOWN) : guestRoom.title();
    }

    /**
     * Writes who is present, as names in {@code users} and with ids and roles in {@code present}, by name; and in {@code count}
     * how many they are. In a full room that is told of thousands who come, only some are listed: all of them each time would
     * cost the square of their number for everybody who listens.
     */
    void writeTo(ObjectNode json, RoomId room, Collection<Author> present) {
        Optional<Room> found = directory.find(room);
        List<Shown> byName = present.stream()
                .limit(properties.listedPeople())
                .map(author -> shown(found, author))
                .sorted(Comparator.comparing(Shown::name))
                .toList();
        ArrayNode users = json.putArray("users");
        byName.forEach(each -> users.add(each.name()));
        ArrayNode details = json.putArray("present");
        byName.forEach(each -> details.addObject()
                .put("id", each.id())
                .put("name", each.name())
                .put("role", each.role()));
        json.put("count", present.size());
    }

    String roleOf(RoomId room, Author author) {
        return roleOf(directory.find(room), author);
    }

    private static Shown shown(Optional<Room> room, Author author) {
        return new Shown(author.account().toString(), nameOf(room, author), roleOf(room, author));
    }

    private static String roleOf(Optional<Room> room, Author author) {
        if (author.isGuest()) {
            return "guest";
        }
        return room.flatMap(found -> found.member(author.account()))
                .map(RoomMember::role)
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .orElse("former");
    }
}
