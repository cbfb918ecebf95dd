package dev.homeroom.edge.chat;

import dev.homeroom.contract.Author;
import dev.homeroom.contract.GuestRoom;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.MessageText;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomEvent;
import dev.homeroom.contract.RoomId;
import dev.homeroom.edge.fanout.Seen;
import dev.homeroom.edge.publish.Publication;
import dev.homeroom.edge.publish.PublishProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Publishes what somebody says who may say it. */
@Component
final class Speaker {
    private final PublishProperties properties;
    private final Clock clock = Clock.systemUTC();

    Speaker(PublishProperties properties) {
        this.properties = properties;
    }

    /**
     * Somebody's words on their way into a room.
     *
     * @param gap how long whoever says it waits from one message to the next; zero if they need not
     */
    record Utterance(
            RoomId room,
            Author author,
            @Nullable GuestRoom guestRoom,
            String typed,
            @Nullable UUID clientId,
            Duration gap) {
        MessageId id() {
            return clientId == null ? MessageId.create() : MessageId.ofClient(author.account(), room, clientId);
        }

        boolean isSlow() {
            return gap.isPositive();
        }
    }

    /** What became of them. */
    sealed interface Outcome {
        record Kept(MessageId id, Position position, Instant sentAt) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }

    CompletableFuture<Outcome> say(LivePath live, Utterance utterance) {
        return switch (MessageText.accept(utterance.typed(), properties.maxLength())) {
            case MessageText.Acceptance.Empty _ -> refused(ChatError.EMPTY_MESSAGE.asIs());
            case MessageText.Acceptance.TooLong(int length, int limit) ->
                refused(ChatError.MESSAGE_TOO_LONG.because(
                        "The message has " + length + " characters; the limit is " + limit + "."));
            case MessageText.Acceptance.Accepted(MessageText text) -> publish(live, utterance, text);
        };
    }

    private CompletableFuture<Outcome> publish(LivePath live, Utterance utterance, MessageText text) {
        MessageId id = utterance.id();
        Optional<Seen> sentBefore = utterance.clientId() == null ? Optional.empty() : find(live, utterance.room(), id);
        if (sentBefore.isPresent()) {
            Seen seen = sentBefore.get();
            return CompletableFuture.completedFuture(new Outcome.Kept(id, seen.position(), seen.sentAt()));
        }
        Duration wait = wait(live, utterance, id);
        return wait.isPositive()
                ? refused(ChatError.SLOW_MODE.until(new Refusal.Until.Waited(wait)))
                : live.publisher().publish(posted(utterance, id, text)).thenApply(Speaker::outcome);
    }

    private Duration wait(LivePath live, Utterance utterance, MessageId id) {
        if (!utterance.isSlow()) {
            return Duration.ZERO;
        }
        return live.followed(utterance.room())
                .map(feed -> feed.takeTurn(utterance.room(), utterance.author(), id, utterance.gap(), clock.instant()))
                .orElse(Duration.ZERO);
    }

    private RoomEvent posted(Utterance utterance, MessageId id, MessageText text) {
        return new RoomEvent.MessagePosted(
                id,
                utterance.room(),
                utterance.author(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                utterance.guestRoom(),
                text,
                utterance.clientId());
    }

    /** A resent message is known where this edge follows its room; elsewhere the readers of the log tell it apart. */
    private static Optional<Seen> find(LivePath live, RoomId room, MessageId id) {
        return live.followed(room).flatMap(feed -> feed.find(id));
    }

    private static Outcome outcome(Publication publication) {
        return switch (publication) {
            case Publication.Published(RoomEvent event, Position position) ->
                new Outcome.Kept(event.id(), position, event.sentAt());
            case Publication.Unavailable _ -> new Outcome.Refused(ChatError.UNAVAILABLE.asIs());
        };
    }

    private static CompletableFuture<Outcome> refused(Refusal refusal) {
        return CompletableFuture.completedFuture(new Outcome.Refused(refusal));
    }
}
