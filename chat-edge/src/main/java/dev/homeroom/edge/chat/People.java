package dev.homeroom.edge.chat;

import dev.homeroom.contract.Author;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.RoomMember;
import dev.homeroom.edge.membership.Room;
import dev.homeroom.edge.membership.RoomDirectory;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The names that rooms show for people, which stand in no message. */
@Component
final class People {
    private static final String UNKNOWN = "—";

    private final RoomDirectory directory;

    People(RoomDirectory directory) {
        this.directory = directory;
    }

    String nameOf(RoomId room, Author author) {
        if (author.guestName() != null) {
            return author.guestName();
        }
        return directory
                .find(room)
                .flatMap(found -> found.nameOf(author.account()))
                .orElse(UNKNOWN);
    }

    String titleOf(RoomId room) {
        return directory.find(room).map(Room::title).orElse(UNKNOWN);
    }

    /** Writes who is present, as names in {@code users} and with ids and roles in {@code present}, by name. */
    void writeTo(ObjectNode json, RoomId room, Collection<Author> present) {
        List<Author> byName = present.stream()
                .sorted(Comparator.comparing(author -> nameOf(room, author)))
                .toList();
        ArrayNode users = json.putArray("users");
        byName.forEach(author -> users.add(nameOf(room, author)));
        ArrayNode details = json.putArray("present");
        byName.forEach(author -> details.addObject()
                .put("id", author.account().toString())
                .put("name", nameOf(room, author))
                .put("role", roleOf(room, author)));
    }

    private String roleOf(RoomId room, Author author) {
        if (author.isGuest()) {
            return "guest";
        }
        return directory
                .find(room)
                .flatMap(found -> found.member(author.account()))
                .map(RoomMember::role)
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .orElse("former");
    }
}
