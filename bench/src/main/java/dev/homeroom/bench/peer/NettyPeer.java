package dev.homeroom.bench.peer;

import com.corundumstudio.socketio.AckRequest;
import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.SocketIOClient;
import com.corundumstudio.socketio.SocketIOServer;
import com.corundumstudio.socketio.Transport;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** netty-socketio with rooms and acks, in memory. Says {@code ready}, and ends with its standard input. */
public final class NettyPeer {
    private static final int BACKLOG = 4096;

    private final AtomicLong messages = new AtomicLong();
    private final SocketIOServer server;

    /** By room. The server has many threads and no order of its own; with a lock all members hear a room in one order. */
    private final Map<String, Object> locks = new ConcurrentHashMap<>();

    private NettyPeer(int port) {
        Configuration configuration = new Configuration();
        configuration.setHostname("127.0.0.1");
        configuration.setPort(port);
        configuration.setTransports(Transport.WEBSOCKET);
        configuration.getSocketConfig().setTcpNoDelay(true);
        configuration.getSocketConfig().setAcceptBackLog(BACKLOG);
        server = new SocketIOServer(configuration);
        server.addEventListener("enter_room", Map.class, this::enter);
        server.addEventListener("send_message", Map.class, this::send);
    }

    /** @param words the port */
    public static void main(String[] words) throws IOException {
        NettyPeer peer = new NettyPeer(Integer.parseInt(words[0]));
        peer.server.start();
        System.out.println("ready");
        while (System.in.read() >= 0) {
            // Nothing is said here; only the end matters.
        }
        System.exit(0);
    }

    private void enter(SocketIOClient client, Map<?, ?> request, AckRequest ack) {
        String room = String.valueOf(request.get("room"));
        client.joinRoom(room);
        ack.sendAckData(Map.of("ok", true, "room", room, "users", List.of(), "cursor", cursor()));
    }

    private void send(SocketIOClient client, Map<?, ?> request, AckRequest ack) {
        messages.incrementAndGet();
        String room = String.valueOf(request.get("room"));
        String sentAt = Instant.now().toString();
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("id", request.get("id"));
        message.put("room", room);
        message.put("client_id", request.get("id"));
        message.put("user_id", "019ad000-0000-7000-8000-000000000000");
        message.put("username", "bench-00");
        message.put("message", request.get("message"));
        message.put("sent_at", sentAt);
        message.put("cursor", cursor());
        synchronized (locks.computeIfAbsent(room, _ -> new Object())) {
            server.getRoomOperations(room).sendEvent("new_message", message, cursor());
        }
        ack.sendAckData(
                Map.of("ok", true, "id", String.valueOf(request.get("id")), "cursor", cursor(), "sent_at", sentAt));
    }

    private String cursor() {
        return "%039d".formatted(messages.get());
    }
}
