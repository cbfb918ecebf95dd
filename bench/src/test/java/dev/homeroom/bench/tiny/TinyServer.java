package dev.homeroom.bench.tiny;

import dev.homeroom.bench.check.Archive;
import dev.homeroom.bench.check.Heard;
import dev.homeroom.bench.check.Stamp;
import dev.homeroom.bench.crowd.Ticket;
import dev.homeroom.bench.crowd.Venue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** As much of a chat server as a load generator needs, with faults on demand. */
public final class TinyServer implements Venue, Archive, AutoCloseable {
    /** An answer to what is to be delivered: nothing yet. */
    public static final List<String> HOLD = List.of("hold");

    /** An answer to what is to be delivered: nothing any more, the receiver is let go. */
    public static final List<String> LET_GO = List.of("let go");

    private static final JsonMapper JSON = new JsonMapper();

    private final ServerSocket server;
    private final Fault fault;
    private final Map<String, List<TinyConnection>> rooms = new TreeMap<>();
    private final Map<String, List<Stamp>> log = new TreeMap<>();
    private final Map<String, List<String>> events = new TreeMap<>();
    private int skipped;
    private final AtomicInteger pongs = new AtomicInteger();

    /** What goes wrong with the deliveries to one receiver. */
    public interface Fault {
        /**
         * Changes what is sent to a receiver instead of the next packet.
         *
         * @param receiver number of the receiver in its room
         * @param packets those that wait, of which the last is new; cleared if they are not to be sent now
         */
        List<String> deliver(int receiver, List<String> packets);
    }

    public TinyServer(Fault fault) throws IOException {
        this.server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        this.fault = fault;
        Thread.ofVirtual().start(this::accept);
    }

    /** From now on replays begin so many messages too late. */
    public synchronized void skipInReplays(int messages) {
        skipped = messages;
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                TinyConnection connection = new TinyConnection(server.accept(), this);
                Thread.ofVirtual().start(connection::serve);
            }
        } catch (IOException e) {
            if (!server.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** One packet at a time, of all connections. */
    synchronized void received(TinyConnection from, String packet) {
        if (packet.equals("3")) {
            pongs.incrementAndGet();
        } else if (packet.startsWith("40")) {
            from.send("40{\"sid\":\"s\"}");
        } else if (packet.startsWith("42")) {
            int array = packet.indexOf('[');
            JsonNode event = JSON.readTree(packet.substring(array));
            handle(from, event.path(0).asString(), event.path(1));
            from.send("43" + packet.substring(2, array) + "[{\"ok\":true,\"resumed\":true,\"cursor\":\"0\"}]");
        }
    }

    private void handle(TinyConnection from, String name, JsonNode argument) {
        String room = argument.path("room").asString();
        if (name.equals("enter_room")) {
            rooms.computeIfAbsent(room, _ -> new ArrayList<>()).add(from);
            from.send("2");
            List<String> said = events.computeIfAbsent(room, _ -> new ArrayList<>());
            int cursor = argument.path("cursor").asInt(said.size());
            said.subList(Math.min(cursor + skipped, said.size()), said.size()).forEach(from::send);
        } else if (name.equals("send_message")) {
            String message = argument.path("message").asString();
            log.computeIfAbsent(room, _ -> new ArrayList<>()).add(Stamp.find(message));
            List<String> said = events.computeIfAbsent(room, _ -> new ArrayList<>());
            said.add("42[\"new_message\",{\"id\":\"x\",\"message\":\"" + message + "\",\"cursor\":\""
                    + (said.size() + 1) + "\"}]");
            broadcast(room, said.getLast());
        }
    }

    private void broadcast(String room, String packet) {
        List<TinyConnection> present = rooms.getOrDefault(room, List.of());
        List<TinyConnection> receivers = List.copyOf(present);
        for (int i = 0; i < receivers.size(); i++) {
            TinyConnection receiver = receivers.get(i);
            receiver.waiting.add(packet);
            List<String> now = fault.deliver(i, new ArrayList<>(receiver.waiting));
            if (now.equals(LET_GO)) {
                present.remove(receiver);
                receiver.end();
            } else if (!now.equals(HOLD)) {
                receiver.waiting.clear();
                now.forEach(receiver::send);
            }
        }
    }

    public int pongs() {
        return pongs.get();
    }

    @Override
    public Ticket ticket(int room, int member) {
        return new Ticket(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), "token", roomId(room));
    }

    private static String roomId(int room) {
        return "room-" + room;
    }

    @Override
    public synchronized Optional<Stamp> newest(int room) {
        List<Stamp> entries = log.getOrDefault(roomId(room), List.of());
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.getLast());
    }

    @Override
    public synchronized Heard all(int room) {
        return Heard.of(log.getOrDefault(roomId(room), List.of()).stream()
                .mapToInt(Stamp::sequence)
                .toArray());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
