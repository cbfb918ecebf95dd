package dev.homeroom.edge.engineio;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Tells the kinds of request apart, and refuses those that the protocol does not know. Where several things are wrong at
 * once, the one is named that the reference server names.
 */
record Router(Engine engine, Upgrades upgrades) {
    void route(Exchange exchange) {
        Query query;
        try {
            query = Query.of(exchange.request());
        } catch (RuntimeException _) {
            exchange.refuse(Refusal.BAD_REQUEST);
            return;
        }
        if (!query.isPolling() && !query.isWebSocket()) {
            exchange.refuse(Refusal.UNKNOWN_TRANSPORT);
        } else if (query.session() == null) {
            open(exchange, query);
        } else {
            goOn(exchange, query, query.session());
        }
    }

    // --- a new session

    private void open(Exchange exchange, Query query) {
        Opening opening = openingOf(exchange.request());
        Refusal refusal = refusalOf(exchange.request(), query, opening);
        if (refusal != null) {
            exchange.refuse(refusal);
        } else if (query.isWebSocket()) {
            upgrades.open(exchange, opening);
        } else {
            openPolling(exchange, opening);
        }
    }

    private @Nullable Refusal refusalOf(Request request, Query query, Opening opening) {
        if (!HttpMethod.GET.is(request.getMethod())) {
            return Refusal.BAD_HANDSHAKE_METHOD;
        }
        return query.isVersion4() ? engine.sessions().refusal(opening.remote()) : Refusal.UNSUPPORTED_VERSION;
    }

    private void openPolling(Exchange exchange, Opening opening) {
        Session session = Session.overPolling(engine, opening);
        if (session.transport() instanceof PollingTransport polling) {
            polling.poll(exchange);
        }
    }

    private static Opening openingOf(Request request) {
        HttpFields headers = request.getHeaders();
        return new Opening(
                request.getConnectionMetaData().getRemoteSocketAddress(),
                request.isSecure(),
                headers.get(HttpHeader.COOKIE),
                headers.get(HttpHeader.AUTHORIZATION),
                headers.get(HttpHeader.ORIGIN),
                headers.get(HttpHeader.USER_AGENT));
    }

    // --- a session that is open

    private void goOn(Exchange exchange, Query query, String id) {
        Session session = engine.sessions().find(id);
        if (session != null && session.isOverdue()) {
            session.expire();
            session = null;
        }
        if (session == null) {
            exchange.refuse(Refusal.UNKNOWN_SESSION);
        } else if (!query.isVersion4()) {
            exchange.refuse(Refusal.UNSUPPORTED_VERSION);
        } else if (query.isWebSocket()) {
            upgrades.upgrade(exchange, session);
        } else if (session.transport() instanceof PollingTransport polling) {
            serve(exchange, session, polling);
        } else {
            exchange.refuse(Refusal.BAD_REQUEST);
        }
    }

    private void serve(Exchange exchange, Session session, PollingTransport polling) {
        if (HttpMethod.GET.is(exchange.request().getMethod())) {
            polling.poll(exchange);
        } else if (HttpMethod.POST.is(exchange.request().getMethod())) {
            if (polling.beginPost(exchange)) {
                new Post(exchange, session, polling, engine.settings()).read();
            }
        } else {
            exchange.refuse(Refusal.BAD_REQUEST);
        }
    }
}
