package dev.homeroom.edge.membership;

import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.RoomId;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Waits for rooms and memberships that have just been made: between the archiver's answer to a teacher and the record on
 * the rooms topic, somebody may already want to enter.
 */
@Component
public final class Arrivals implements RoomListener {
    private record Awaited(AccountId account, RoomId room, CompletableFuture<Standing> answer) {}

    private final RoomDirectory directory;
    private final Set<Awaited> awaited = ConcurrentHashMap.newKeySet();

    Arrivals(RoomDirectory directory) {
        this.directory = directory;
        directory.addListener(this);
    }

    /**
     * The account's standing, at once if it is a member's, else at the latest after {@code atMost}; so also of a closed room,
     * which may just be opened again.
     */
    public CompletableFuture<Standing> standing(AccountId account, RoomId room, Duration atMost) {
        Awaited waiting = new Awaited(account, room, new CompletableFuture<>());
        awaited.add(waiting);
        // Asked only after registering, so that a record that comes in between is not missed.
        check(waiting);
        return waiting.answer()
                .completeOnTimeout(new Standing.Unknown(), atMost.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(found -> found instanceof Standing.Member ? found : directory.standing(account, room))
                .whenComplete((_, _) -> awaited.remove(waiting));
    }

    @Override
    public void roomChanged(@Nullable Room before, @Nullable Room after) {
        if (after != null) {
            awaited.stream().filter(each -> each.room().equals(after.id())).forEach(this::check);
        }
    }

    private void check(Awaited waiting) {
        Standing standing = directory.standing(waiting.account(), waiting.room());
        if (standing instanceof Standing.Member) {
            waiting.answer().complete(standing);
        }
    }
}
