package dev.homeroom.archiver.login;

import dev.homeroom.archiver.account.Caller;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/** Makes login tokens: JWTs (RFC 7519) signed with ES256. */
@Component
class Tokens {
    static final String COOKIE = "homeroom_token";

    private final SigningKeys keys;
    private final JwtEncoder encoder;
    private final Duration life;

    Tokens(SigningKeys keys, LoginSettings settings) {
        this.keys = keys;
        this.encoder = new NimbusJwtEncoder(keys);
        this.life = settings.tokenLife();
    }

    /** @param notBefore tokens from before are worth nothing, so this one is of then at the earliest */
    String issue(Caller caller, Instant notBefore) {
        Instant now = later(Instant.now(), notBefore);
        JwsHeader header =
                JwsHeader.with(SignatureAlgorithm.ES256).keyId(keys.newest()).build();
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .subject(caller.id().toString())
                .claim("school", caller.school().toString())
                .claim("role", caller.role().text())
                .claim("name", caller.displayName())
                .issuedAt(now)
                .expiresAt(now.plus(life))
                .build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    /** @param secure whether the request came over TLS; a cookie so marked would not be kept otherwise */
    ResponseCookie cookie(String token, boolean secure) {
        return ResponseCookie.from(COOKIE, token)
                .httpOnly(true)
                .sameSite("Strict")
                .secure(secure)
                .path("/")
                .maxAge(token.isEmpty() ? Duration.ZERO : life)
                .build();
    }
}
