package dev.homeroom.archiver.login;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/**
 * Where a request's token stands: in {@code Authorization} (RFC 6750) or else in the cookie. What needs no token does
 * not look at it, so that nobody is kept from signing in by an old one.
 */
final class TokenOfRequest implements BearerTokenResolver {
    static final String[] OPEN_PATHS = {"/api/login", "/api/logout", "/api/jwks.json", "/api/openapi.json"};

    private static final Set<String> OPEN = Set.of(OPEN_PATHS);

    private final BearerTokenResolver header = new DefaultBearerTokenResolver();

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        if (OPEN.contains(request.getRequestURI())) {
            return null;
        }
        String token = header.resolve(request);
        return token == null ? ofCookie(request) : token;
    }

    private static @Nullable String ofCookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? null
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(Tokens.COOKIE))
                        .map(Cookie::getValue)
                        .filter(value -> !value.isEmpty())
                        .findFirst()
                        .orElse(null);
    }
}
