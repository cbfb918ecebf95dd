package dev.homeroom.archiver.login;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpHeaders;

/**
 * Keeps other sites' pages from using a signed-in browser (CSRF). The cookie is SameSite=Strict and bodies must be JSON;
 * besides, a request that changes something and carries an Origin must come from this very host.
 *
 * <p>Browsers send Origin with every such request; programs need not.
 */
final class OriginCheck {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final Set<String> allowed;

    OriginCheck(Set<String> allowed) {
        this.allowed = Set.copyOf(allowed);
    }

    boolean isForeign(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return !READING.contains(request.getMethod())
                && origin != null
                && !allowed.contains(origin)
                && !isOwn(origin, request.getHeader(HttpHeaders.HOST));
    }

    /** Scheme and default port are left out of it: TLS may end at a proxy. */
    private static boolean isOwn(String origin, String host) {
        try {
            String authority = URI.create(origin).getAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
