package dev.homeroom.edge.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The public keys on the keys topic (JWK, RFC 7517). A tombstone takes a key out of use at once. */
@Component
public final class SigningKeys {
    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);

    private final Map<String, JWSVerifier> verifiers = new ConcurrentHashMap<>();
    private final Set<Wait> waits = ConcurrentHashMap.newKeySet();

    private record Wait(String keyId, CompletableFuture<Optional<JWSVerifier>> found) {}

    /**
     * The key, or none if it is not known and does not come in time. A person who has just signed in may be here before
     * the key that their token is signed with.
     */
    CompletableFuture<Optional<JWSVerifier>> find(String keyId, Duration atMost) {
        JWSVerifier known = verifiers.get(keyId);
        return known != null ? CompletableFuture.completedFuture(Optional.of(known)) : await(keyId, atMost);
    }

    private CompletableFuture<Optional<JWSVerifier>> await(String keyId, Duration atMost) {
        Wait wait = new Wait(keyId, new CompletableFuture<>());
        waits.add(wait);
        JWSVerifier come = verifiers.get(keyId); // between the first look and the wait
        if (come != null) {
            wait.found().complete(Optional.of(come));
        }
        return wait.found()
                .completeOnTimeout(Optional.empty(), atMost.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((_, _) -> waits.remove(wait));
    }

    /** Takes a record of the keys topic; on the reading thread only. */
    public void accept(ConsumerRecord<byte[], byte[]> entry) {
        if (entry.key() == null) {
            return;
        }
        String keyId = new String(entry.key(), UTF_8);
        if (entry.value() == null) {
            verifiers.remove(keyId);
        } else {
            put(keyId, new String(entry.value(), UTF_8));
        }
    }

    private void put(String keyId, String jwk) {
        try {
            JWSVerifier verifier = new ECDSAVerifier(ECKey.parse(jwk));
            verifiers.put(keyId, verifier);
            waits.stream()
                    .filter(wait -> wait.keyId().equals(keyId))
                    .forEach(wait -> wait.found().completeAsync(() -> Optional.of(verifier)));
        } catch (ParseException | JOSEException e) {
            LOG.warn("Passed over the signing key {}: {}", keyId, e.getMessage());
        }
    }
}
