package dev.homeroom.edge.engineio;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/** The parameters that the protocol puts into each request's query. */
record Query(
        @Nullable String version,
        @Nullable String transport,
        @Nullable String session) {
    /** @throws IllegalArgumentException if the query is not well encoded */
    static Query of(Request request) {
        Fields fields = Request.extractQueryParameters(request);
        return new Query(fields.getValue("EIO"), fields.getValue("transport"), notEmpty(fields.getValue("sid")));
    }

    /** An empty id is none, as the reference server has it. */
    private static @Nullable String notEmpty(@Nullable String session) {
        return session == null || session.isEmpty() ? null : session;
    }

    boolean isPolling() {
        return "polling".equals(transport);
    }

    boolean isWebSocket() {
        return "websocket".equals(transport);
    }

    boolean isVersion4() {
        return "4".equals(version);
    }
}
