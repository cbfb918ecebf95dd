package dev.homeroom.edge.engineio;

import java.net.SocketAddress;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The open sessions by id. An id is a secret: who knows it can act as the client. */
final class Sessions {
    private static final int ID_BYTES = 18;

    private final ConcurrentHashMap<String, Session> byId = new ConcurrentHashMap<>();
    private final AddressCounts addresses = new AddressCounts();
    private final Map<CloseReason, LongAdder> ended = Stream.of(CloseReason.values())
            .collect(Collectors.toUnmodifiableMap(Function.identity(), _ -> new LongAdder()));
    private final SecureRandom random = new SecureRandom();
    private final CompletableFuture<Integer> empty = new CompletableFuture<>();
    private final int most;
    private final int mostPerAddress;
    private volatile boolean shutdown;

    Sessions(EngineSettings settings) {
        this.most = settings.maxSessions();
        this.mostPerAddress = settings.maxSessionsPerAddress();
    }

    /** Why there may not be another one; it opens later, so that as many may pass a limit as open in the same moment. */
    @Nullable
    Refusal refusal(SocketAddress remote) {
        if (shutdown || byId.size() >= most) {
            return Refusal.TOO_MANY_SESSIONS;
        }
        return addresses.of(remote) >= mostPerAddress ? Refusal.TOO_MANY_OF_ADDRESS : null;
    }

    /** Takes no more; completes when there are none. */
    CompletableFuture<Integer> shutdown() {
        shutdown = true;
        completeIfEmpty();
        return empty;
    }

    boolean isShutdown() {
        return shutdown;
    }

    private void completeIfEmpty() {
        if (shutdown && byId.isEmpty()) {
            empty.complete(0);
        }
    }

    String newId() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return Base64.getUrlEncoder().encodeToString(id);
    }

    void add(Session session) {
        byId.put(session.id(), session);
        addresses.add(session.opening().remote());
    }

    void remove(Session session) {
        if (byId.remove(session.id(), session)) {
            addresses.remove(session.opening().remote());
        }
        completeIfEmpty();
    }

    @Nullable
    Session find(String id) {
        return byId.get(id);
    }

    List<Session> all() {
        return List.copyOf(byId.values());
    }

    int count() {
        return byId.size();
    }

    /** One more has ended, though it may still be on the wire. */
    void countEnd(CloseReason reason) {
        adder(reason).increment();
    }

    /** How many have ended for this reason since the start. */
    long ended(CloseReason reason) {
        return adder(reason).sum();
    }

    private LongAdder adder(CloseReason reason) {
        return Objects.requireNonNull(ended.get(reason));
    }
}
