package dev.homeroom.archiver.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.homeroom.archiver.outbox.Outbox;
import dev.homeroom.archiver.outbox.Republication;
import dev.homeroom.archiver.start.Preparation;
import dev.homeroom.contract.Topics;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The keys that tokens are signed with (RFC 7517), kept in Postgres and shared by all archivers; the newest signs, all
 * verify. Their public halves go to {@link Topics#KEYS}, so that an edge can check a token without asking anyone.
 */
@Component
@Order(1)
class SigningKeys implements Preparation, Republication, JWKSource<SecurityContext> {
    private static final long LOCK = 0x6b657973L;
    private static final Duration REREAD_AFTER = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Outbox outbox;

    private volatile List<ECKey> known = List.of();
    private volatile Instant readAt = Instant.EPOCH;

    SigningKeys(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    @Override
    @Transactional
    public void prepare() {
        jdbc.sql("SELECT pg_advisory_xact_lock(?)").param(LOCK).query().singleRow();
        if (read().isEmpty()) {
            add(generate());
        }
        reread();
    }

    private void add(ECKey key) {
        jdbc.sql("INSERT INTO signing_key (kid, private_jwk) VALUES (?, ?)")
                .params(key.getKeyID(), key.toJSONString())
                .update();
        publish(key);
    }

    private static ECKey generate() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("This JDK cannot make P-256 keys", e);
        }
    }

    /** The id of the key that signs. */
    String newest() {
        return known.getFirst().getKeyID();
    }

    /** The public halves of all keys. */
    JWKSet publicKeys() {
        return new JWKSet(List.<JWK>copyOf(known)).toPublicJWKSet();
    }

    /** A key that is not known yet may have been made by another archiver; looks it up now and then, not each time. */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        List<JWK> found = selector.select(new JWKSet(List.<JWK>copyOf(known)));
        if (found.isEmpty() && readAt.isBefore(Instant.now().minus(REREAD_AFTER))) {
            reread();
            return selector.select(new JWKSet(List.<JWK>copyOf(known)));
        }
        return found;
    }

    private void reread() {
        known = read();
        readAt = Instant.now();
    }

    private List<ECKey> read() {
        return jdbc
                .sql("SELECT private_jwk FROM signing_key ORDER BY created_at DESC, kid")
                .query(String.class)
                .list()
                .stream()
                .map(SigningKeys::parse)
                .toList();
    }

    private static ECKey parse(@Nullable String json) {
        try {
            return ECKey.parse(json);
        } catch (ParseException e) {
            throw new IllegalStateException("A signing key in the database is damaged", e);
        }
    }

    @Override
    public String topic() {
        return Topics.KEYS;
    }

    @Override
    public void addAll() {
        read().forEach(this::publish);
    }

    @Override
    public void addAgain(Collection<String> keys) {
        read().stream().filter(key -> keys.contains(key.getKeyID())).forEach(this::publish);
    }

    @Override
    public Comparison comparison() {
        return new KeyComparison();
    }

    /** A key's content never changes. */
    private final class KeyComparison implements Comparison {
        private final Set<String> published = new HashSet<>();

        @Override
        public void see(String key, byte @Nullable [] value) {
            if (value == null) {
                published.remove(key);
            } else {
                published.add(key);
            }
        }

        @Override
        public void addDiffering() {
            read().stream().filter(key -> !published.contains(key.getKeyID())).forEach(SigningKeys.this::publish);
        }
    }

    private void publish(ECKey key) {
        outbox.add(Topics.KEYS, key.getKeyID(), key.toPublicJWK().toJSONString().getBytes(UTF_8));
    }
}
