package dev.homeroom.edge.recovery;

import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.EdgeId;
import dev.homeroom.contract.SavedSession;
import dev.homeroom.edge.engineio.Opening;
import dev.homeroom.edge.log.MessageLog;
import dev.homeroom.edge.socketio.Handshake;
import dev.homeroom.edge.socketio.RecoveryClaim;
import dev.homeroom.edge.socketio.SocketId;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins sessions, and finds those that clients come back to. Any thread; never blocks. */
public final class Recoveries {
    private static final Logger LOG = LoggerFactory.getLogger(Recoveries.class);

    private final SessionJournal journal;
    private final MessageLog log;
    private final EdgeId self;
    private final RecoveryProperties properties;
    private final ScheduledExecutorService timer;
    private final Clock clock = Clock.systemUTC();

    public Recoveries(
            SessionJournal journal,
            MessageLog log,
            EdgeId self,
            RecoveryProperties properties,
            ScheduledExecutorService timer) {
        this.journal = journal;
        this.log = log;
        this.self = self;
        this.properties = properties;
        this.timer = timer;
    }

    /** Whether other edges' sessions are being read. */
    public boolean isRunning() {
        return journal.isRunning();
    }

    /** Whether sessions of this client can be recovered: unless it says no, or is known to stumble over tokens. */
    public boolean serves(Handshake handshake) {
        boolean wanted = handshake.auth().path("recovery").asBoolean(true);
        return properties.window().isPositive() && wanted && !stumbles(handshake.opening());
    }

    private boolean stumbles(Opening opening) {
        String agent = opening.userAgent();
        if (agent == null) {
            // Python's websocket-client sends an Origin and no User-Agent; a browser sends both, and Node.js neither.
            return opening.origin() != null;
        }
        String name = agent.toLowerCase(Locale.ROOT);
        return properties.withoutTokensFor().stream().anyMatch(part -> name.contains(part.toLowerCase(Locale.ROOT)));
    }

    /** A session that ends with its connection. */
    public SessionKeeping beginFleeting() {
        return new FleetingSession(SocketId.random(), log.topicId());
    }

    /**
     * A session that can be claimed again.
     *
     * @param account whose it is; null for a guest
     * @param claim what the client brought of an earlier one
     */
    public SessionKeeping begin(@Nullable AccountId account, Optional<RecoveryClaim> claim) {
        // The standard client goes on bringing the last token that it has seen, also in a session that has given it
        // none.
        String staleToken = claim.map(RecoveryClaim::token).orElse(null);
        SavedSession first = new SavedSession(
                SocketId.random().value(), account, self, newConnection(), 0, List.of(), staleToken, null);
        RecoverableSession session =
                new RecoverableSession(journal, timer, journal.newId(), first, MissedPlaces.none(log.topicId()));
        var _ = session.begin();
        return session;
    }

    /**
     * The session that a client claims, if there is one, it is this person's, not too old, and its token belongs to it. Whether
     * all that it missed can still be told is for the caller to find out.
     *
     * @param account who claims it; null for a guest
     */
    public CompletableFuture<Optional<ClaimedSession>> find(RecoveryClaim claim, @Nullable AccountId account) {
        Optional<PrivateId> id = journal.parse(claim.privateId());
        if (id.isEmpty()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return journal.find(id.get())
                .orTimeout(properties.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(found -> found.filter(session -> Objects.equals(session.account(), account))
                        .filter(this::isRecent)
                        .flatMap(session ->
                                missed(session, claim.token()).map(missed -> claimed(id.get(), session, missed))))
                .exceptionally(failure -> {
                    LOG.warn("A session could not be looked up: {}", String.valueOf(failure.getMessage()));
                    return Optional.empty();
                });
    }

    private boolean isRecent(SavedSession session) {
        return session.drop() == null
                || session.drop().at().plus(properties.window()).isAfter(clock.instant());
    }

    private Optional<MissedPlaces> missed(SavedSession session, @Nullable String token) {
        return MissedPlaces.of(session, token, log.topicId());
    }

    private ClaimedSession claimed(PrivateId id, SavedSession session, MissedPlaces missed) {
        return new ClaimedSession(missed.places(), () -> takeOver(id, session, missed));
    }

    private CompletableFuture<Optional<SessionKeeping>> takeOver(
            PrivateId id, SavedSession session, MissedPlaces missed) {
        RecoverableSession mine =
                new RecoverableSession(journal, timer, id, session.takenOver(self, newConnection()), missed);
        return mine.begin()
                .copy()
                .orTimeout(properties.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        mine.unused(properties.window());
                    }
                })
                .thenApply(isHeld -> isHeld ? Optional.of(mine) : Optional.empty());
    }

    private static String newConnection() {
        return SocketId.random().value();
    }
}
