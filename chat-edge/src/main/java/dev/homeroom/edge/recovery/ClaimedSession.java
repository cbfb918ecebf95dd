package dev.homeroom.edge.recovery;

import dev.homeroom.contract.Position;
import dev.homeroom.contract.SavedSession;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A session that somebody claims with good reason, and that another connection may still have. */
public final class ClaimedSession {
    private final List<SeenPlace> places;
    private final Supplier<CompletableFuture<Optional<SessionKeeping>>> takeOver;

    ClaimedSession(List<SeenPlace> places, Supplier<CompletableFuture<Optional<SessionKeeping>>> takeOver) {
        this.places = places;
        this.takeOver = takeOver;
    }

    /**
     * A room that the session is in.
     *
     * @param seen the last position of its partition that the client has been told of
     */
    public record SeenPlace(SavedSession.Place place, Position seen) {}

    public List<SeenPlace> places() {
        return places;
    }

    /**
     * Makes it this edge's; the connection that has it, wherever that is, is closed.
     *
     * @return done when all edges agree on that; empty if another claim was faster
     */
    public CompletableFuture<Optional<SessionKeeping>> takeOver() {
        return takeOver.get();
    }
}
