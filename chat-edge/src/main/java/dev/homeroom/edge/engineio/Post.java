package dev.homeroom.edge.engineio;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;

/**
 * A POST with packets from the client. Its body is read as it comes, and no further than the limit; that it comes at all is
 * watched by the heartbeat, since a pong cannot overtake it.
 */
record Post(Exchange exchange, Session session, PollingTransport polling, int maxBytes) {
    private static final byte[] OK = "ok".getBytes(StandardCharsets.US_ASCII);

    void read() {
        if (isBinary()) {
            fail(Refusal.BAD_REQUEST, CloseReason.MALFORMED);
        } else if (exchange.request().getLength() > maxBytes) {
            fail(Refusal.TOO_LARGE, CloseReason.TOO_LARGE);
        } else {
            Content.Source.asByteArrayAsync(
                    exchange.request(),
                    maxBytes,
                    Promise.Invocable.from(InvocationType.NON_BLOCKING, this::read, this::broken));
        }
    }

    private boolean isBinary() {
        String type = exchange.request().getHeaders().get(HttpHeader.CONTENT_TYPE);
        return type != null && type.startsWith("application/octet-stream");
    }

    private void read(byte[] body) {
        polling.endBody();
        String packets = Utf8.decode(body, body.length);
        if (packets == null) {
            fail(Refusal.BAD_REQUEST, CloseReason.MALFORMED);
        } else {
            session.inTurn(() -> receive(packets, body.length));
        }
    }

    private void broken(Throwable failure) {
        boolean tooLarge = failure instanceof IllegalStateException;
        fail(Refusal.TOO_LARGE, tooLarge ? CloseReason.TOO_LARGE : CloseReason.TRANSPORT_LOST);
    }

    private void receive(String packets, int bytes) {
        Payload.split(packets, this::receivePacket);
        Duration delay = polling.delayAfter(bytes);
        if (delay.isPositive()) {
            session.timer(this::answer).in(delay);
        } else {
            answer();
        }
    }

    private void answer() {
        polling.endPost();
        if (session.hasEndedAs(CloseReason.MALFORMED)) {
            exchange.refuse(Refusal.BAD_REQUEST);
        } else {
            exchange.answer(ByteBuffer.wrap(OK), () -> {}, _ -> {});
        }
    }

    private boolean receivePacket(String packet) {
        if (!packet.startsWith("b")) {
            return session.receive(packet);
        }
        try {
            return session.receive(Base64.getDecoder().decode(packet.substring(1)));
        } catch (IllegalArgumentException _) {
            session.end(CloseReason.MALFORMED);
            return false;
        }
    }

    private void fail(Refusal refusal, CloseReason reason) {
        polling.endPost();
        exchange.refuse(refusal);
        session.end(reason);
    }
}
