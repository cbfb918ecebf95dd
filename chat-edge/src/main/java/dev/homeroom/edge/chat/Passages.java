package dev.homeroom.edge.chat;

import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.Author;
import dev.homeroom.contract.RoomEvent;
import dev.homeroom.contract.RoomId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedCollection;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Comings into one room, or goings from it, in words: one event of one person or of many. Of each person it says when, and at
 * which cursor, so that whoever keeps a list of them need not know whether they were told of together.
 */
final class Passages {
    /** So many are named to those who read plain strings. */
    private static final int NAMED = 3;

    private final People people;
    /** Each person's last. */
    private final SequencedCollection<Passage> passages;

    private final RoomEvent last;

    /** @param passages all of them comings, or all of them goings, in the order of the log */
    Passages(People people, List<Passage> passages) {
        this.people = people;
        LinkedHashMap<AccountId, Passage> byPerson = new LinkedHashMap<>();
        passages.forEach(each -> byPerson.putLast(each.event().author().account(), each));
        this.passages = List.copyOf(byPerson.values());
        this.last = passages.getLast().event();
    }

    String cursor() {
        return passages.getLast().cursor();
    }

    String eventName() {
        return last instanceof RoomEvent.Entered ? "user_joined" : "user_left";
    }

    /** @param present who is in the room */
    ObjectNode inRoomDialect(Collection<Author> present) {
        RoomId room = last.room();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("room_id", room.toString());
        people.writeTo(json, room, present);
        json.put("user", nameOf(last));
        json.put("user_id", last.author().account().toString());
        json.put("role", people.roleOf(room, last.author()));
        ArrayNode each = json.putArray("people");
        passages.forEach(passage -> write(passage, each.addObject()));
        json.put("sent_at", last.sentAt().toString());
        json.put("cursor", cursor());
        return json;
    }

    private void write(Passage passage, ObjectNode json) {
        RoomEvent event = passage.event();
        json.put("id", event.author().account().toString());
        json.put("name", nameOf(event));
        json.put("role", people.roleOf(event.room(), event.author()));
        json.put("sent_at", event.sentAt().toString());
        json.put("cursor", passage.cursor());
    }

    String inPlainDialect() {
        String verb = last instanceof RoomEvent.Entered ? "entered" : "left";
        String who = passages.size() == 1 ? nameOf(last) + " has" : names() + " have";
        return who + " " + verb + " the room " + people.titleOf(last) + ".";
    }

    /** "amy, ben and chen", "amy, ben, chen and 9 others". */
    private String names() {
        List<String> named = passages.stream()
                .limit(NAMED)
                .map(passage -> nameOf(passage.event()))
                .toList();
        int others = passages.size() - named.size();
        return others == 0
                ? String.join(", ", named.subList(0, named.size() - 1)) + " and " + named.getLast()
                : String.join(", ", named) + " and " + others + (others == 1 ? " other" : " others");
    }

    private String nameOf(RoomEvent event) {
        return people.nameOf(event.room(), event.author());
    }
}
