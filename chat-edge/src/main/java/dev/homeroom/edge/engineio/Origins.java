package dev.homeroom.edge.engineio;

import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Which pages may connect. A browser sends a page's origin with each WebSocket, and with each request to another origin;
 * programs send none. Browsers let a page of any origin open a WebSocket with the user's cookies, so that the server has to
 * look (RFC 6455, section 10.2).
 */
record Origins(Set<String> allowed) {
    private static final String ALL = "*";

    boolean admits(Request request) {
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        return origin == null || allowed.contains(ALL) || allowed.contains(origin) || isOwn(origin, request);
    }

    /**
     * By host and port and not by scheme: behind a proxy that ends TLS the scheme seen here is another. Browsers leave out
     * default ports in both headers.
     */
    private static boolean isOwn(String origin, Request request) {
        int authority = origin.indexOf("://");
        String host = request.getHeaders().get(HttpHeader.HOST);
        return authority >= 0 && origin.substring(authority + 3).equalsIgnoreCase(host);
    }

    /** The headers by which a browser lets a page of another origin read the answers (Fetch standard, CORS protocol). */
    void writeHeaders(Request request, HttpFields.Mutable headers) {
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (!allowed.isEmpty()) {
            headers.add(HttpHeader.VARY, "Origin");
        }
        if (origin != null && allowed.contains(origin)) {
            headers.put("Access-Control-Allow-Origin", origin);
            headers.put("Access-Control-Allow-Credentials", "true");
        } else if (origin != null && allowed.contains(ALL)) {
            headers.put("Access-Control-Allow-Origin", ALL);
        }
    }

    /** What a preflight asks for. */
    static void writePreflightHeaders(Request request, HttpFields.Mutable headers) {
        headers.put("Access-Control-Allow-Methods", "GET, POST");
        headers.put("Access-Control-Max-Age", "600");
        @Nullable String asked = request.getHeaders().get("Access-Control-Request-Headers");
        if (asked != null) {
            headers.put("Access-Control-Allow-Headers", asked);
        }
    }
}
