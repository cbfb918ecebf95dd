package dev.homeroom.edge.engineio;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.Graceful;
import org.eclipse.jetty.websocket.core.WebSocketComponents;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;
import org.jspecify.annotations.Nullable;

/**
 * The Engine.IO server as a Jetty handler: serves one path and leaves all others to the handlers after it.
 *
 * <p>A server with a stop timeout shuts it down gracefully: it opens no more sessions, and the open ones are closed with
 * {@link CloseReason#SHUTDOWN}. Without, the connectors go first, and clients see their connections break.
 */
public final class EngineHandler extends Handler.Abstract implements Graceful {
    private final String path;
    private final EngineSettings settings;
    private final SessionFactory factory;
    private final Origins origins;
    private final Sessions sessions;
    private @Nullable TimerWheel wheel;
    private @Nullable Router router;

    /** @param path with a slash at both ends */
    public EngineHandler(String path, EngineSettings settings, SessionFactory factory) {
        this.path = path;
        this.settings = settings;
        this.factory = factory;
        this.origins = new Origins(settings.allowedOrigins());
        this.sessions = new Sessions(settings);
    }

    /** How many sessions are open. */
    public int sessionCount() {
        return sessions.count();
    }

    /** How many sessions have ended for this reason since the start. */
    public long endedCount(CloseReason reason) {
        return sessions.ended(reason);
    }

    @Override
    protected void doStart() throws Exception {
        WebSocketComponents components = WebSocketServerComponents.ensureWebSocketComponents(getServer());
        wheel = new TimerWheel(TimerWheel.tickFor(shortestWait()));
        wheel.start();
        Engine engine = new Engine(
                settings,
                factory,
                sessions,
                wheel,
                new WriteBuffers(),
                getServer().getThreadPool());
        router = new Router(engine, new Upgrades(engine, components));
        super.doStart();
    }

    private Duration shortestWait() {
        Duration interval = settings.pingInterval();
        Duration timeout = settings.pingTimeout();
        return interval.compareTo(timeout) < 0 ? interval : timeout;
    }

    /** Completes when the last session is gone, which is after {@link EngineSettings#closeTimeout} at the latest. */
    @Override
    public CompletableFuture<Void> shutdown() {
        return drain(Duration.ZERO);
    }

    /**
     * Opens no more sessions, and closes the open ones with {@link CloseReason#SHUTDOWN} one after another, evenly over a
     * time, so that their clients do not all come to other servers at once. Meanwhile those that are still open are served.
     *
     * @return completes when the last session is gone, {@link EngineSettings#closeTimeout} after that time at the latest
     */
    public CompletableFuture<Void> drain(Duration over) {
        CompletableFuture<Integer> empty = sessions.shutdown();
        List<Session> open = sessions.all();
        for (int i = 0; i < open.size(); i++) {
            open.get(i).closeIn(over.multipliedBy(i).dividedBy(open.size()), CloseReason.SHUTDOWN);
        }
        return empty.thenAccept(_ -> {});
    }

    /** Closes all sessions, each behind what was sent before; others may be opened meanwhile. */
    public void closeAll(CloseReason reason) {
        sessions.all().forEach(session -> session.close(reason));
    }

    @Override
    public boolean isShutdown() {
        return sessions.isShutdown();
    }

    @Override
    protected void doStop() throws Exception {
        sessions.all().forEach(session -> session.lost(CloseReason.SHUTDOWN));
        if (wheel != null) {
            wheel.stop();
        }
        super.doStop();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (router == null || !path.equals(Request.getPathInContext(request))) {
            return false;
        }
        Exchange exchange = new Exchange(request, response, callback);
        if (!origins.admits(request)) {
            exchange.refuse(Refusal.FORBIDDEN);
            return true;
        }
        origins.writeHeaders(request, response.getHeaders());
        if (HttpMethod.OPTIONS.is(request.getMethod())) {
            answerPreflight(exchange);
        } else {
            router.route(exchange);
        }
        return true;
    }

    private static void answerPreflight(Exchange exchange) {
        Origins.writePreflightHeaders(exchange.request(), exchange.response().getHeaders());
        exchange.response().setStatus(HttpStatus.NO_CONTENT_204);
        exchange.callback().succeeded();
    }
}
