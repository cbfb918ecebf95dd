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
 * Works out how far a client has been told of each of its session's rooms.
 *
 * @param progress as its token will say it
 */
record MissedPlaces(List<SeenPlace> places, Progress progress) {
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
            readThrough(session, at).ifPresent(offset -> progress.advance(at.withOffset(offset)));
        });
        List<SeenPlace> places = session.places().stream()
                .map(place -> new SeenPlace(place, seen(place, progress)))
                .toList();
        return new MissedPlaces(places, progress);
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
    private static OptionalLong readThrough(SavedSession session, Position received) {
        if (session.drop() == null) {
            return OptionalLong.empty();
        }
        boolean all = offset(session.drop().sent(), received).equals(OptionalLong.of(received.offset()));
        return all ? offset(session.drop().through(), received) : OptionalLong.empty();
    }

    private static OptionalLong offset(String token, Position position) {
        return Progress.parse(token)
                .map(progress -> progress.in(position.partition()))
                .orElse(OptionalLong.empty());
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
