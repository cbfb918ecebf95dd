package dev.homeroom.archiver.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.homeroom.archiver.Api;
import dev.homeroom.archiver.RunningArchiver;
import java.net.HttpCookie;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Signing in and out against a running archiver. */
class LoginIntegrationTests extends RunningArchiver {
    @Autowired
    private SigningKeys keys;

    @Test
    void signsInWithTokenAndCookie() throws Exception {
        Api.Answer answer = api().login("teacher", "teacher").expect(200);

        assertThat(answer.json().path("account").path("username").asString()).isEqualTo("teacher");
        assertThat(answer.json().path("account").path("role").asString()).isEqualTo("teacher");
        var claims = SignedJWT.parse(answer.json().path("token").asString()).getJWTClaimsSet();
        assertThat(claims.getSubject())
                .isEqualTo(answer.json().path("account").path("id").asString());
        assertThat(claims.getClaims()).containsKeys("school", "role", "name", "exp", "iat");
        assertThat(answer.header("Set-Cookie"))
                .contains("homeroom_token=", "HttpOnly", "SameSite=Strict", "Path=/")
                .doesNotContain("Secure");
    }

    @Test
    void takesUsernameInAnyCase() {
        api().login("TeaCher", "teacher").expect(200);
    }

    @Test
    void takesCookieAsWellAsBearerToken() {
        String cookie = Objects.requireNonNull(api().login("amy", "amy").header("Set-Cookie"));
        HttpCookie parsed = HttpCookie.parse(cookie).getFirst();

        var me = api().with("Cookie", "homeroom_token=" + parsed.getValue())
                .get("/api/me")
                .expect(200)
                .json();
        assertThat(me.path("username").asString()).isEqualTo("amy");
        assertThat(me.path("display_name").asString()).isEqualTo("Amy");
        assertThat(me.path("school").path("name").asString()).isEqualTo("Demo School");
    }

    @Test
    void signsOutByClearingCookie() {
        assertThat(api().send("POST", "/api/logout", BodyPublishers.noBody(), null)
                        .expect(204)
                        .header("Set-Cookie"))
                .contains("homeroom_token=;", "Max-Age=0");
    }

    @Test
    void saysTheSameOfWrongPasswordAndUnknownUser() {
        Api.Answer wrong = api().login("ben", "wrong").expectProblem(401, "wrong-credentials");
        Api.Answer unknown = api().login("nobody-here", "wrong").expectProblem(401, "wrong-credentials");
        Api.Answer strange = api().login("no\u0000body", "wrong").expectProblem(401, "wrong-credentials");

        assertThat(unknown.text()).isEqualTo(wrong.text()).isEqualTo(strange.text());
    }

    private Api.Answer rightOrElseAnotherGuess() {
        Api.Answer right = api().login("chen", "chen");
        if (right.status() == 200) {
            api().login("chen", "another guess");
        }
        return right;
    }

    @Test
    void slowsDownGuessing() {
        for (int attempt = 0; attempt < 5; attempt++) {
            api().login("chen", "guess" + attempt).expectProblem(401, "wrong-credentials");
        }
        // The first wait is a second long, which a busy machine may let pass; so more guesses may have to follow.
        Api.Answer blocked = await().until(this::rightOrElseAnotherGuess, answer -> answer.status() == 429)
                .expectProblem(429, "too-many-attempts");

        assertThat(Integer.parseInt(Objects.requireNonNull(blocked.header("Retry-After"))))
                .isBetween(1, 60);
        api().login("amy", "amy").expect(200);
    }

    @Test
    void refusesRequestsWithoutToken() {
        api().get("/api/me").expectProblem(401, "not-signed-in");
        api().get("/api/rooms").expectProblem(401, "not-signed-in");
    }

    @Test
    void answersWhoIsSignedInAlsoWhereNobodyIs() throws Exception {
        String amy = as("amy").get("/api/session").expect(200).json().path("id").asString();

        assertThat(api().get("/api/session").expect(204).text()).isEmpty();
        bearing(token(key(), amy, Instant.now().minusSeconds(1)))
                .get("/api/session")
                .expect(204);
        api().with("Cookie", "homeroom_token=nonsense").get("/api/session").expect(204);
    }

    @Test
    void refusesForgedToken() {
        String token = api().login("amy", "amy").json().path("token").asString();
        String forged = token.substring(0, token.length() - 8) + "AAAAAAAA";

        api().with("Authorization", "Bearer " + forged).get("/api/me").expectProblem(401, "not-signed-in");
        api().with("Authorization", "Bearer nonsense").get("/api/me").expectProblem(401, "not-signed-in");
        api().with("Cookie", "homeroom_token=nonsense").get("/api/me").expectProblem(401, "not-signed-in");
    }

    private static String token(JWK key, String subject, Instant until) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .subject(subject)
                        .issueTime(Date.from(until.minusSeconds(3600)))
                        .expirationTime(Date.from(until))
                        .build());
        token.sign(new ECDSASigner(key.toECKey()));
        return token.serialize();
    }

    private JWK key() {
        return keys.get(
                        new JWKSelector(
                                new JWKMatcher.Builder().keyID(keys.newest()).build()),
                        null)
                .getFirst();
    }

    private Api bearing(String token) {
        return api().with("Authorization", "Bearer " + token);
    }

    @Test
    void refusesTokensThatHaveEnded() throws Exception {
        String amy = as("amy").get("/api/me").json().path("id").asString();

        bearing(token(key(), amy, Instant.now().plusSeconds(60))).get("/api/me").expect(200);
        bearing(token(key(), amy, Instant.now().minusSeconds(1))).get("/api/me").expectProblem(401, "not-signed-in");
    }

    @Test
    void refusesAnotherKeyUnderAKnownId() throws Exception {
        String amy = as("amy").get("/api/me").json().path("id").asString();
        JWK other = new ECKeyGenerator(Curve.P_256).keyID(keys.newest()).generate();

        bearing(token(other, amy, Instant.now().plusSeconds(60))).get("/api/me").expectProblem(401, "not-signed-in");
    }

    @Test
    void signsInEvenWithAnOldCookie() {
        api().with("Cookie", "homeroom_token=old").login("amy", "amy").expect(200);
    }

    @Test
    void publishesPublicKeysOnly() {
        var keys = api().get("/api/jwks.json").expect(200).json().path("keys");

        assertThat(keys).isNotEmpty();
        assertThat(keys.get(0).propertyNames())
                .contains("kid", "kty", "crv", "x", "y")
                .doesNotContain("d");
    }

    @Test
    void changesOwnPassword() {
        Api admin = as("admin");
        admin.post(
                        "/api/accounts",
                        Map.of("username", "dora", "display_name", "Dora", "role", "student", "password", "first-one"))
                .expect(201);
        Api dora = api().signedIn("dora", "first-one");

        dora.post("/api/me/password", Map.of("current", "wrong", "new", "second-one"))
                .expectProblem(403, "wrong-password");
        dora.post("/api/me/password", Map.of("current", "first-one", "new", "short"))
                .expectInvalid("new");
        String cookie = Objects.requireNonNull(
                dora.post("/api/me/password", Map.of("current", "first-one", "new", "second-one"))
                        .expect(204)
                        .header("Set-Cookie"));

        dora.get("/api/me").expectProblem(401, "not-signed-in");
        api().with(
                        "Cookie",
                        "homeroom_token=" + HttpCookie.parse(cookie).getFirst().getValue())
                .get("/api/me")
                .expect(200);
        api().signedIn("dora", "second-one").get("/api/me").expect(200);
        api().login("dora", "first-one").expectProblem(401, "wrong-credentials");
        api().login("dora", "second-one").expect(200);
    }

    @Test
    void refusesClosedAccounts() {
        Api admin = as("admin");
        String id = admin.post(
                        "/api/accounts",
                        Map.of("username", "eve", "display_name", "Eve", "role", "student", "password", "first-one"))
                .expect(201)
                .json()
                .path("id")
                .asString();
        Api eve = api().signedIn("eve", "first-one");

        admin.patch("/api/accounts/" + id, Map.of("active", false)).expect(200);

        eve.get("/api/me").expectProblem(401, "not-signed-in");
        api().login("eve", "first-one").expectProblem(401, "wrong-credentials");
    }
}
