package dev.homeroom.edge.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.SchoolId;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/**
 * Checks login tokens: JWTs (RFC 7519) signed with ES256 (RFC 7518, section 3.4) by a key on the keys topic. Asks
 * nobody, so it works while the archiver is away.
 */
@Component
public final class TokenVerifier {
    private final SigningKeys keys;
    private final SessionProperties properties;
    private final Clock clock = Clock.systemUTC();

    TokenVerifier(SigningKeys keys, SessionProperties properties) {
        this.keys = keys;
        this.properties = properties;
    }

    /** What the token is worth; completes later where its key is still unknown, and never exceptionally. */
    public CompletableFuture<Login> verify(String token) {
        try {
            SignedJWT parsed = SignedJWT.parse(token);
            JWSHeader header = parsed.getHeader();
            if (header.getKeyID() != null && JWSAlgorithm.ES256.equals(header.getAlgorithm())) {
                return keys.find(header.getKeyID(), properties.keyWait())
                        .thenApply(key -> key.<Login>map(verifier -> verify(parsed, verifier))
                                .orElseGet(Login.Invalid::new));
            }
        } catch (ParseException _) {
            // Not a signed token at all.
        }
        return CompletableFuture.completedFuture(new Login.Invalid());
    }

    private Login verify(SignedJWT token, JWSVerifier key) {
        try {
            return token.verify(key) ? read(token.getJWTClaimsSet()) : new Login.Invalid();
        } catch (ParseException | JOSEException | IllegalArgumentException _) {
            return new Login.Invalid();
        }
    }

    private Login read(JWTClaimsSet claims) throws ParseException {
        String subject = claims.getSubject();
        String school = claims.getStringClaim("school");
        String name = claims.getStringClaim("name");
        if (subject == null || school == null || name == null || claims.getExpirationTime() == null) {
            return new Login.Invalid();
        }
        Instant until = claims.getExpirationTime().toInstant();
        return until.isAfter(clock.instant())
                ? new Login.SignedIn(new Account(AccountId.parse(subject), SchoolId.parse(school), name, until))
                : new Login.Expired();
    }
}
