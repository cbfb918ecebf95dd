package dev.homeroom.edge.engineio;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.WebSocketCoreSession;
import org.eclipse.jetty.websocket.core.exception.BadPayloadException;
import org.eclipse.jetty.websocket.core.exception.CloseException;
import org.eclipse.jetty.websocket.core.exception.MessageTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket, of a new session or of one that comes over from long-polling.
 *
 * <p>Jetty parses and checks what comes in and ends the connection. What goes out does not pass through Jetty's queue of
 * frames, but through a {@link WebSocketWriter}.
 */
final class WebSocketTransport implements Transport, FrameHandler {
    private final Engine engine;
    private final Opening opening;
    private final MessageAssembly assembly;
    private final Pace pace;
    private @Nullable Session session;
    private volatile Stage stage;
    private @Nullable CoreSession core;
    private @Nullable WebSocketWriter writer;
    private @Nullable Throwable failure;
    private @Nullable Timeout upgradeTimeout;
    /** Set while a message has begun and has not ended. */
    private @Nullable Timeout messageTimeout;

    private enum Stage {
        /** The session still uses its old transport. */
        PROBING,
        /** The session's transport. */
        IN_USE
    }

    private WebSocketTransport(Engine engine, Opening opening, Stage stage, @Nullable Session session) {
        this.engine = engine;
        this.opening = opening;
        this.stage = stage;
        this.session = session;
        this.assembly = new MessageAssembly(engine.settings());
        this.pace = new Pace(engine.settings().maxInboundRate());
    }

    static WebSocketTransport forNewSession(Engine engine, Opening opening) {
        return new WebSocketTransport(engine, opening, Stage.IN_USE, null);
    }

    static WebSocketTransport forUpgradeOf(Session session, Engine engine) {
        return new WebSocketTransport(engine, session.opening(), Stage.PROBING, session);
    }

    @Override
    public String name() {
        return "websocket";
    }

    private Session session() {
        return Objects.requireNonNull(session);
    }

    private CoreSession core() {
        return Objects.requireNonNull(core);
    }

    private WebSocketWriter writer() {
        return Objects.requireNonNull(writer);
    }

    // --- opening

    @Override
    public void onOpen(CoreSession opened, Callback callback) {
        core = opened;
        EndPoint endPoint = ((WebSocketCoreSession) opened).getConnection().getEndPoint();
        writer = new WebSocketWriter(endPoint, engine.buffers(), () -> session().lost(CloseReason.TRANSPORT_LOST));
        callback.succeeded();
        if (stage == Stage.PROBING) {
            probe();
        } else {
            session = Session.overWebSocket(engine, opening, this);
            session.flush();
        }
        opened.demand();
    }

    private void probe() {
        if (session().beginUpgrade(this)) {
            upgradeTimeout =
                    session().timer(this::abortProbe).in(engine.settings().upgradeTimeout());
        } else {
            core().close(CloseReason.MALFORMED.webSocketCode(), "no upgrade", Callback.NOOP);
        }
    }

    private void abortProbe() {
        if (stage == Stage.PROBING) {
            abort();
        }
    }

    // --- receiving

    @Override
    public void onFrame(Frame frame, Callback callback) {
        int bytes = frame.getPayloadLength();
        switch (frame.getOpCode()) {
            case OpCode.PING -> {
                answerPing(frame);
                callback.succeeded();
                readOn(bytes);
            }
            case OpCode.PONG -> {
                callback.succeeded();
                readOn(bytes);
            }
            case OpCode.CLOSE -> {
                ended(CloseReason.CLIENT_CLOSED);
                callback.succeeded();
            }
            default -> receive(assembly.add(frame), bytes, callback);
        }
    }

    private void receive(MessageAssembly.Result result, int bytes, Callback callback) {
        switch (result) {
            case MessageAssembly.Result.Partial.INCOMPLETE -> {
                awaitEndOfMessage();
                callback.succeeded();
                readOn(bytes);
            }
            case MessageAssembly.Result.Partial.TOO_LARGE ->
                callback.failed(new MessageTooLargeException("the message is too large"));
            case MessageAssembly.Result.Partial.NO_UTF8 ->
                callback.failed(new BadPayloadException("the text is not UTF-8"));
            case MessageAssembly.Result.Text text -> {
                stopAwaitingEndOfMessage();
                callback.succeeded();
                handle(() -> receive(text.text()), bytes);
            }
            case MessageAssembly.Result.Binary binary -> {
                stopAwaitingEndOfMessage();
                callback.succeeded();
                handle(() -> receive(binary.bytes()), bytes);
            }
        }
    }

    private void awaitEndOfMessage() {
        if (messageTimeout == null) {
            messageTimeout = session()
                    .timer(this::endOfMessageIsOverdue)
                    .in(engine.settings().receiveTimeout());
        }
    }

    private void endOfMessageIsOverdue() {
        if (stage == Stage.PROBING) {
            abort();
        } else {
            session().close(CloseReason.RECEIVE_TIMEOUT);
        }
    }

    private void stopAwaitingEndOfMessage() {
        if (messageTimeout != null) {
            messageTimeout.cancel();
            messageTimeout = null;
        }
    }

    /** The next frame is asked for in the turn, so that a session never has more than one waiting. */
    private void handle(Runnable message, int bytes) {
        session().inTurn(() -> {
            message.run();
            readOn(bytes);
        });
    }

    private void readOn(int bytes) {
        Duration delay = pace.delayAfter(bytes);
        if (delay.isPositive()) {
            session().timer(core()::demand).in(delay);
        } else {
            core().demand();
        }
    }

    private void receive(String packet) {
        if (stage == Stage.PROBING) {
            receiveProbe(packet);
        } else {
            session().receive(packet);
        }
    }

    private void receive(byte[] message) {
        if (stage == Stage.PROBING) {
            abort();
        } else {
            session().receive(message);
        }
    }

    private void receiveProbe(String packet) {
        switch (packet) {
            case "2probe" -> {
                writeAlone(EncodedMessage.PROBE_ANSWER);
                session().probed();
            }
            case "5" -> completeUpgrade();
            default -> abort();
        }
    }

    private void completeUpgrade() {
        cancelUpgradeTimeout();
        stage = Stage.IN_USE;
        if (!session().completeUpgrade(this)) {
            stage = Stage.PROBING;
            abort();
        }
    }

    private void cancelUpgradeTimeout() {
        if (upgradeTimeout != null) {
            upgradeTimeout.cancel();
        }
    }

    private void answerPing(Frame ping) {
        byte[] payload = new byte[ping.getPayloadLength()];
        if (payload.length > 0) {
            ping.getPayload().get(payload);
        }
        EncodedMessage pong = EncodedMessage.pong(payload);
        if (stage == Stage.PROBING) {
            writeAlone(pong);
        } else {
            session().send(pong);
            session().flush();
        }
    }

    // --- writing

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void drain(Outbox outbox) {
        writer().drain(outbox, this);
    }

    private void writeAlone(EncodedMessage message) {
        if (!writer().writeAtOnce(message)) {
            abort();
        }
    }

    // --- end

    @Override
    public @Nullable EncodedMessage farewell(CloseReason reason) {
        return null;
    }

    @Override
    public void finish(CloseReason reason) {
        if (reason == CloseReason.TRANSPORT_LOST) {
            abort();
        } else {
            core().close(reason.webSocketCode(), reason.name().toLowerCase(Locale.ROOT), Callback.NOOP);
        }
    }

    @Override
    public void abort() {
        core().abort();
    }

    @Override
    public void onError(Throwable cause, Callback callback) {
        failure = cause;
        callback.succeeded();
    }

    @Override
    public void onClosed(CloseStatus status, Callback callback) {
        stopAwaitingEndOfMessage();
        ended(reasonOf(failure));
        if (stage == Stage.IN_USE && session != null) {
            session.gone();
        }
        callback.succeeded();
    }

    private void ended(CloseReason reason) {
        if (stage == Stage.PROBING) {
            cancelUpgradeTimeout();
            session().upgradeFailed(this);
        } else if (session != null) {
            session.end(reason);
        }
    }

    private static CloseReason reasonOf(@Nullable Throwable failure) {
        return switch (failure) {
            case MessageTooLargeException _ -> CloseReason.TOO_LARGE;
            case BadPayloadException _ -> CloseReason.NOT_UTF8;
            case CloseException _ -> CloseReason.MALFORMED;
            case null, default -> CloseReason.TRANSPORT_LOST;
        };
    }
}
