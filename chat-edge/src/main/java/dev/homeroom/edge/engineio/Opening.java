package dev.homeroom.edge.engineio;

import java.net.SocketAddress;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of the HTTP request that opened a session. Only these headers are kept, since a session may idle for days.
 *
 * @param remote the client's address, or its proxy's
 * @param secure whether the request came over TLS
 * @param cookies the Cookie header as it came
 * @param authorization the Authorization header
 * @param origin the Origin header
 * @param userAgent the User-Agent header
 */
public record Opening(
        SocketAddress remote,
        boolean secure,
        @Nullable String cookies,
        @Nullable String authorization,
        @Nullable String origin,
        @Nullable String userAgent) {

    /** The value of the first cookie of that name. */
    public Optional<String> cookie(String name) {
        if (cookies == null) {
            return Optional.empty();
        }
        String prefix = name + "=";
        return Arrays.stream(cookies.split(";"))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(prefix))
                .map(cookie -> cookie.substring(prefix.length()))
                .findFirst();
    }

    /** Without what signs a client in. */
    @Override
    public String toString() {
        return "Opening[remote=" + remote + ", secure=" + secure + ", origin=" + origin + "]";
    }
}
