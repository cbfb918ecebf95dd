package dev.homeroom.faults.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the clients wrote down, once, and holds it against the log. Not thread-safe. */
final class Diary {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String END = "end";
    private static final String NO_ANSWER = "no_answer";

    private final Log log;
    private final Findings findings;
    private final List<Acked> acked = new ArrayList<>();
    private final Map<Integer, Participant> participants = new HashMap<>();
    private final Tally tally = new Tally();

    /** A message that its author was told is kept. */
    record Acked(String room, String id, Spot spot) {}

    /** What one client has seen, and where it is. */
    private static final class Participant {
        private final Map<String, View> views = new HashMap<>();
        private final Set<String> inside = new HashSet<>();
        private boolean connected;
    }

    Diary(Log log, Findings findings) {
        this.log = log;
        this.findings = findings;
    }

    void read(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            JsonNode next = next(lines);
            while (!next.path(0).asString().equals(END)) {
                take(next);
                next = next(lines);
            }
        }
    }

    private static JsonNode next(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        if (line == null) {
            throw new IOException("the diary has no end");
        }
        return JSON.readTree(line);
    }

    private void take(JsonNode line) {
        int client = line.path(1).asInt();
        Participant participant = participants.computeIfAbsent(client, _ -> new Participant());
        String room = line.path(3).asString("");
        switch (line.path(0).asString()) {
            case "connect" -> connected(participant, line.path(4).asBoolean());
            case "disconnect" -> {
                participant.connected = false;
                tally.disconnects++;
            }
            case "enter" -> {
                View view = view(participant, client, room);
                if (line.path(4).isNull()) {
                    view.asksAfresh();
                } else {
                    view.asksToResume(spot(line.path(4)));
                }
            }
            case "not_entered" -> {
                if (!line.path(4).asString().equals(NO_ANSWER)) {
                    view(participant, client, room).refused();
                }
            }
            case "entered" -> {
                participant.inside.add(room);
                view(participant, client, room)
                        .entered(spot(line.path(4)), line.path(5).asBoolean(false), strings(line.path(6)));
                tally.entries++;
            }
            case "message" -> {
                view(participant, client, room)
                        .message(
                                spot(line.path(4)),
                                line.path(5).asString(),
                                line.path(6).asInt());
                tally.deliveries++;
            }
            case "caught_up" -> view(participant, client, room).caughtUp(spot(line.path(4)));
            case "people" -> view(participant, client, room).people(strings(line.path(4)));
            case "put_out" -> {
                participant.inside.remove(room);
                findings.add(Count.REFUSED, "client " + client + " was put out of " + room);
            }
            case "turned_away" -> findings.add(Count.REFUSED, "client " + client + " was not let in: " + room);
            case "ack" -> {
                acked.add(new Acked(room, line.path(5).asString(), spot(line.path(6))));
                tally.acked++;
            }
            case "write" -> tally.written++;
            case "refusal" ->
                findings.add(
                        Count.REFUSED,
                        "client " + client + " in " + room + ": " + line.path(5).asString());
            case "suffer" -> tally.suffered++;
            case "not_let_go" -> findings.add(Count.NOT_LET_GO, "client " + client);
            default -> {}
        }
    }

    private void connected(Participant participant, boolean recovered) {
        participant.connected = true;
        if (recovered) {
            tally.recovered++;
        } else {
            participant.inside.clear();
            tally.afresh++;
        }
    }

    private View view(Participant participant, int client, String room) {
        return participant.views.computeIfAbsent(
                room, _ -> new View("client " + client + " in " + room, log.room(room), findings));
    }

    /**
     * All is quiet and whole: holds it against that.
     *
     * @param accounts of the clients, by number
     */
    void end(List<String> accounts) {
        Map<String, Set<String>> present = new HashMap<>();
        participants.forEach((client, participant) -> {
            if (participant.connected) {
                participant.inside.forEach(room ->
                        present.computeIfAbsent(room, _ -> new HashSet<>()).add(accounts.get(client)));
            }
        });
        participants.forEach((client, participant) -> {
            if (participant.connected) {
                participant.inside.forEach(
                        room -> view(participant, client, room).end(present.getOrDefault(room, Set.of())));
            }
        });
    }

    List<Acked> acked() {
        return acked;
    }

    Tally tally() {
        return tally;
    }

    private static Spot spot(JsonNode cursor) {
        return new Spot(
                cursor.path(0).asString(),
                cursor.path(1).asInt(),
                cursor.path(2).asLong());
    }

    private static List<String> strings(JsonNode texts) {
        return StreamSupport.stream(texts.spliterator(), false)
                .map(JsonNode::asString)
                .collect(Collectors.toList());
    }
}
