package dev.homeroom.edge.chat;

import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.RoomState;
import dev.homeroom.contract.SavedSession;
import dev.homeroom.edge.fanout.PartitionFeed;
import dev.homeroom.edge.membership.Room;
import dev.homeroom.edge.membership.Standing;
import dev.homeroom.edge.recovery.ClaimedSession;
import dev.homeroom.edge.recovery.ClaimedSession.SeenPlace;
import dev.homeroom.edge.recovery.SessionKeeping;
import dev.homeroom.edge.socketio.Admission;
import dev.homeroom.edge.socketio.Handshake;
import dev.homeroom.edge.socketio.RecoveryClaim;
import dev.homeroom.edge.socketio.Socket;
import dev.homeroom.edge.socketio.SocketListener;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives whoever may come in: with the session that they had before, if they claim one and it can be whole, and else with a
 * new one. Never both, and never with a hole.
 */
final class Reception {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private final ChatParts parts;

    Reception(ChatParts parts) {
        this.parts = parts;
    }

    CompletionStage<Admission> admit(Identity identity, Handshake handshake) {
        Optional<LivePath> live = parts.gate().current();
        if (live.isEmpty()) {
            return CompletableFuture.completedFuture(new Admission.NotYet());
        }
        LivePath path = live.get();
        if (!path.recoveries().serves(handshake)) {
            return CompletableFuture.completedFuture(
                    admitted(identity, path.recoveries().beginFleeting()));
        }
        Optional<RecoveryClaim> claim = handshake.recoveryClaim();
        Supplier<Admission> afresh = () -> admitted(identity, path.recoveries().begin(accountOf(identity), claim));
        if (claim.isEmpty()) {
            return CompletableFuture.completedFuture(afresh.get());
        }
        return path.recoveries()
                .find(claim.get(), accountOf(identity))
                .thenCompose(found -> found.map(session -> takeOver(path, identity, session))
                        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()))
                        .thenApply(back -> back.orElseGet(afresh)));
    }

    private Admission admitted(Identity identity, SessionKeeping keeping) {
        return admitted(keeping, socket -> new ChatConnection(socket, identity, parts, keeping));
    }

    private Admission admitted(SessionKeeping keeping, Function<Socket, SocketListener> listener) {
        return new Admission.Admitted(
                keeping.socketId(),
                keeping.privateId(),
                listener,
                () -> keeping.unused(parts.recovery().window()));
    }

    /** Finds out on a thread of its own whether the session can be whole; only then takes it over. */
    private CompletableFuture<Optional<Admission>> takeOver(LivePath live, Identity identity, ClaimedSession session) {
        CompletableFuture<Optional<Admission>> result = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                result.complete(takeOverNow(live, identity, session));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                result.complete(Optional.empty());
            } catch (ExecutionException | TimeoutException | CompletionException e) {
                LOG.warn("A session could not be taken over: {}", String.valueOf(e.getMessage()));
                result.complete(Optional.empty());
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    private Optional<Admission> takeOverNow(LivePath live, Identity identity, ClaimedSession session)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<Boolean, List<SeenPlace>> places =
                session.places().stream().collect(Collectors.partitioningBy(seen -> mayBeIn(identity, seen.place())));
        List<SeenPlace> kept = places.getOrDefault(true, List.of());
        if (!canBeTold(live, kept)) {
            return Optional.empty();
        }
        Optional<SessionKeeping> taken = session.takeOver().join();
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        SessionKeeping keeping = taken.get();
        List<SavedSession.Place> lost = places.getOrDefault(false, List.of()).stream()
                .map(SeenPlace::place)
                .toList();
        ComingBack comingBack = ComingBack.of(live, parts, kept, lost);
        return Optional.of(admitted(keeping, socket -> {
            ChatConnection connection = new ChatConnection(socket, identity, parts, keeping);
            connection.comeBack(comingBack);
            return connection;
        }));
    }

    private boolean mayBeIn(Identity identity, SavedSession.Place place) {
        return switch (identity) {
            case Identity.SignedIn(var account) ->
                parts.directory().standing(account.id(), place.room()) instanceof Standing.Member(var _, var member)
                        && (!place.watching() || Room.mayWatch(member));
            case Identity.Guest _ ->
                parts.directory()
                        .find(place.room())
                        .filter(room -> room.state() != RoomState.OPEN)
                        .isEmpty();
        };
    }

    private boolean canBeTold(LivePath live, List<SeenPlace> places)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<Integer, List<SeenPlace>> partitions = places.stream()
                .collect(Collectors.groupingBy(seen -> seen.seen().partition()));
        for (List<SeenPlace> partition : partitions.values()) {
            if (!canBeToldOfOne(live, partition)) {
                return false;
            }
        }
        return true;
    }

    private boolean canBeToldOfOne(LivePath live, List<SeenPlace> partition)
            throws InterruptedException, ExecutionException, TimeoutException {
        long timeoutMs = parts.recovery().timeout().toMillis();
        PartitionFeed feed =
                live.feed(partition.getFirst().place().room()).copy().get(timeoutMs, TimeUnit.MILLISECONDS);
        Map<RoomId, Long> seen = new HashMap<>();
        for (SeenPlace each : partition) {
            seen.put(each.place().room(), each.seen().offset());
            if (!live.has(feed, each.seen()).get(timeoutMs, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return live.replayer().reaches(feed, seen);
    }

    private static @Nullable AccountId accountOf(Identity identity) {
        return identity instanceof Identity.SignedIn(var account) ? account.id() : null;
    }
}
