package dev.homeroom.archiver.login;

import dev.homeroom.archiver.account.Credentials;
import dev.homeroom.archiver.account.Credentials.Credential;
import dev.homeroom.contract.AccountId;
import java.time.Instant;
import java.util.Objects;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;

/**
 * From a token with a good signature to the account as it is now. Role and name come from the database, so a change is
 * in force with the next request, and a token of a closed account is worth nothing.
 */
@Component
class WhoAsks implements Converter<Jwt, AbstractAuthenticationToken> {
    private final Credentials credentials;

    WhoAsks(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        Credential credential = credentials.of(accountOf(token)).orElseThrow(WhoAsks::refused);
        Instant issued = Objects.requireNonNullElse(token.getIssuedAt(), Instant.EPOCH);
        if (!credential.active() || issued.isBefore(credential.tokensValidFrom())) {
            throw refused();
        }
        return new CallerAuthentication(credential.caller());
    }

    private static AccountId accountOf(Jwt token) {
        try {
            return AccountId.parse(Objects.requireNonNullElse(token.getSubject(), ""));
        } catch (IllegalArgumentException _) {
            throw refused();
        }
    }

    private static InvalidBearerTokenException refused() {
        return new InvalidBearerTokenException("not a token of an active account");
    }
}
