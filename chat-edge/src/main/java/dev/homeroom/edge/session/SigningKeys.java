package dev.homeroom.edge.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The public keys on the keys topic (JWK, RFC 7517). A tombstone takes a key out of use at once. */
@Component
public final class SigningKeys {
    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);

    private final Map<String, JWSVerifier> verifiers = new ConcurrentHashMap<>();

    @Nullable
    JWSVerifier find(String keyId) {
        return verifiers.get(keyId);
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
            verifiers.put(keyId, new ECDSAVerifier(ECKey.parse(jwk)));
        } catch (ParseException | JOSEException e) {
            LOG.warn("Passed over the signing key {}: {}", keyId, e.getMessage());
        }
    }
}
