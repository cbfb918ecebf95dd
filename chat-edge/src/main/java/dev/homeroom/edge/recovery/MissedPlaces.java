package dev.homeroom.edge.recovery;

import dev.homeroom.contract.Position;
import dev.homeroom.contract.SavedSession;
import dev.homeroom.edge.recovery.ClaimedSession.SeenPlace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Works out how far a client has been told of each of its session's rooms. What the client brings is all that counts: not what
 * was ever sent to it, which may have been lost on the way.
 *
 * @param progress as the client's next token will say it
 * @param received as its token says it now
 */
record MissedPlaces(List<SeenPlace> places, Progress progress, Progress received) {
    /** Of a session that begins. */
    static MissedPlaces none(UUID topicId) {
        return new MissedPlaces(List.of(), new Progress(topicId), new Progress(topicId));
    }

    /**
     * @param token the last that the client has received, in whatever session
     * @return empty if that cannot be known
     */
    static Optional<MissedPlaces> of(SavedSession session, @Nullable String token, UUID topicId) {
        boolean knowable = session.places().stream()
                .allMatch(place ->
                        place.since() != null && place.since().topicId().equals(topicId));
        if (!knowable) {
            return Optional.empty();
        }
        if (token == null || token.equals(session.staleToken())) {
            return Optional.of(after(session, new Progress(topicId)));
        }
        return Progress.parse(token)
                .filter(progress -> progress.topicId().equals(topicId))
                .map(progress -> after(session, progress));
    }

    private static MissedPlaces after(SavedSession session, Progress received) {
        Progress progress = new Progress(received.topicId());
        firstEntered(session).forEach((partition, since) -> {
            Position at = since.withOffset(
                    Math.max(since.offset(), received.in(partition).orElse(-1)));
            progress.advance(at);
            readThrough(session, received, partition).ifPresent(offset -> progress.advance(at.withOffset(offset)));
        });
        List<SeenPlace> places = session.places().stream()
                .map(place -> new SeenPlace(place, seen(place, progress)))
                .toList();
        return new MissedPlaces(places, progress, received);
    }

    /** For each partition where the session began to be told of it. */
    private static Map<Integer, Position> firstEntered(SavedSession session) {
        Map<Integer, Position> first = new TreeMap<>();
        for (SavedSession.Place place : session.places()) {
            if (place.since() != null) {
                first.merge(
                        place.since().partition(),
                        place.since(),
                        (one, other) -> one.offset() <= other.offset() ? one : other);
            }
        }
        return first;
    }

    /** Whoever has received all that was sent has missed nothing up to where the edge had read, however long ago that was. */
    private static OptionalLong readThrough(SavedSession session, Progress received, int partition) {
        if (session.drop() == null) {
            return OptionalLong.empty();
        }
        Optional<Progress> sent = Progress.parse(session.drop().sent());
        return sent.isPresent() && sent.get().in(partition).equals(received.in(partition))
                ? Progress.parse(session.drop().through())
                        .map(through -> through.in(partition))
                        .orElse(OptionalLong.empty())
                : OptionalLong.empty();
    }

    private static Position seen(SavedSession.Place place, Progress progress) {
        Position since = place.since();
        if (since == null) {
            throw new IllegalStateException("still catching up");
        }
        return since.withOffset(
                Math.max(since.offset(), progress.in(since.partition()).orElse(since.offset())));
    }
}
