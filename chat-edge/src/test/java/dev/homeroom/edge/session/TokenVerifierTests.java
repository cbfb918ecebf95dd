package dev.homeroom.edge.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.homeroom.contract.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenVerifierTests {
    private final SigningKeys keys = new SigningKeys();
    private final TokenVerifier verifier = new TokenVerifier(keys, new SessionProperties(Duration.ofMillis(100)));
    private final ECKey key = generate("k1");

    @BeforeEach
    void publishKey() {
        put("k1", key.toPublicJWK().toJSONString());
    }

    @Test
    void acceptsATokenSignedWithAPublishedKey() {
        assertThat(verify(token(key, claims(+60))))
                .isInstanceOfSatisfying(
                        Login.SignedIn.class,
                        login -> assertThat(login.account().name()).isEqualTo("Amy"));
    }

    @Test
    void tellsAnExpiredTokenFromAForgedOne() {
        assertThat(verify(token(key, claims(-1)))).isEqualTo(new Login.Expired());
        assertThat(verify(token(generate("k1"), claims(+60)))).isEqualTo(new Login.Invalid());
        assertThat(verify(token(generate("k1"), claims(-1)))).isEqualTo(new Login.Invalid());
    }

    @Test
    void refusesTokensWithoutASignatureOrWithAnotherKindOfOne() throws JOSEException {
        assertThat(verify(new PlainJWT(claims(+60)).serialize())).isEqualTo(new Login.Invalid());
        SignedJWT mac = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build(), claims(+60));
        mac.sign(new MACSigner(key.toPublicJWK().toJSONString().getBytes(UTF_8)));
        assertThat(verify(mac.serialize())).isEqualTo(new Login.Invalid());
    }

    @Test
    void refusesGarbage() {
        assertThat(verify("")).isEqualTo(new Login.Invalid());
        assertThat(verify("a.b.c")).isEqualTo(new Login.Invalid());
    }

    @Test
    void waitsForAKeyThatIsOnItsWay() {
        TokenVerifier patient = new TokenVerifier(keys, new SessionProperties(Duration.ofMinutes(1)));
        ECKey late = generate("k2");
        CompletableFuture<Login> login = patient.verify(token(late, claims(+60)));
        put("k3", generate("k3").toPublicJWK().toJSONString());
        assertThat(login).isNotDone();
        put("k2", late.toPublicJWK().toJSONString());
        assertThat(login.join()).isInstanceOf(Login.SignedIn.class);
    }

    @Test
    void doesNotWaitForeverForAKeyThatNobodyHas() {
        assertThat(verify(token(generate("k9"), claims(+60)))).isEqualTo(new Login.Invalid());
    }

    @Test
    void stopsTrustingAKeyThatIsTakenOutOfUse() {
        put("k1", null);
        assertThat(verify(token(key, claims(+60)))).isEqualTo(new Login.Invalid());
    }

    private Login verify(String token) {
        return verifier.verify(token).join();
    }

    private void put(String keyId, @Nullable String jwk) {
        byte[] value = jwk == null ? null : jwk.getBytes(UTF_8);
        keys.accept(new ConsumerRecord<>(Topics.KEYS, 0, 0, keyId.getBytes(UTF_8), value));
    }

    private static JWTClaimsSet claims(long secondsFromNow) {
        return new JWTClaimsSet.Builder()
                .subject(UUID.randomUUID().toString())
                .claim("school", UUID.randomUUID().toString())
                .claim("name", "Amy")
                .expirationTime(Date.from(Instant.now().plusSeconds(secondsFromNow)))
                .build();
    }

    private static String token(ECKey key, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey generate(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
