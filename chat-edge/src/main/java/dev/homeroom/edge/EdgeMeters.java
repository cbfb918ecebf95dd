package dev.homeroom.edge;

import dev.homeroom.edge.engineio.CloseReason;
import dev.homeroom.edge.socketio.SocketIoHandler;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Figures for operators: the connections that are open, and those that have ended, by {@link CloseReason}. */
@Component
class EdgeMeters implements MeterBinder {
    private final SocketIoHandler server;

    EdgeMeters(SocketIoHandler server) {
        this.server = server;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("homeroom.edge.sessions", server, SocketIoHandler::connectionCount)
                .description("connections that are open")
                .register(registry);
        for (CloseReason reason : CloseReason.values()) {
            FunctionCounter.builder("homeroom.edge.sessions.ended", server, ended -> ended.endedCount(reason))
                    .description("connections that have ended since the start, by reason")
                    .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
    }
}
