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
 * A POST with packets from the client. Its body is read as it comes, and no further and no longer than the limits.
 */
record Post(Exchange exchange, Session session, PollingTransport polling, EngineSettings settings) {
    private static final byte[] OK = "ok".getBytes(StandardCharsets.US_ASCII);

    void read() {
        if (isBinary()) {
            fail(Refusal.BAD_REQUEST, CloseReason.MALFORMED);
        } else if (exchange.request().getLength() > settings.maxPayloadBytes()) {
            fail(Refusal.TOO_LARGE, CloseReason.TOO_LARGE);
        } else {
            readBody();
        }
    }

    private void readBody() {
        Timeout timeout =
                session.timer(() -> session.close(CloseReason.RECEIVE_TIMEOUT)).in(settings.receiveTimeout());
        Content.Source.asByteArrayAsync(
                exchange.request(),
                settings.maxPayloadBytes(),
                Promise.Invocable.from(
                        InvocationType.NON_BLOCKING,
                        body -> {
                            timeout.cancel();
                            read(body);
                        },
                        failure -> {
                            timeout.cancel();
                            broken(failure);
                        }));
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
        } else if (Payload.packetsIn(packets) > settings.maxPackets()) {
            fail(Refusal.TOO_LARGE, CloseReason.TOO_LARGE);
        } else {
            session.inTurn(() -> receive(packets, body.length));
        }
    }

    private void broken(Throwable failure) {
        if (failure instanceof IllegalStateException) {
            fail(Refusal.TOO_LARGE, CloseReason.TOO_LARGE);
        } else {
            Refusal refusal = session.hasEndedAs(CloseReason.RECEIVE_TIMEOUT) ? Refusal.TOO_SLOW : Refusal.BAD_REQUEST;
            fail(refusal, CloseReason.TRANSPORT_LOST);
        }
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
        } else if (session.hasEndedAs(CloseReason.TOO_LARGE)) {
            exchange.refuse(Refusal.TOO_LARGE);
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
