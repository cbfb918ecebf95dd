package dev.homeroom.edge.fanout;

import dev.homeroom.edge.log.LogEnds;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One partition's being followed, from when it is asked for until it is let go. Whoever asks for the partition after that gets
 * another one. Guarded by {@link Feeds}.
 */
final class Following {
    enum Stage {
        /** Where to begin is not known yet. */
        ASKED,
        /** To be taken up by the tail. */
        BEGINNING,
        /** The tail reads what there was before. */
        READING,
        /** The feed is in use. */
        READY,
        /** Nobody is served by it any more. */
        OVER
    }

    private final int partition;
    private final CompletableFuture<PartitionFeed> wanted = new CompletableFuture<>();
    private Stage stage = Stage.ASKED;
    private @Nullable PartitionFeed feed;
    private LogEnds.@Nullable Ends ends;

    Following(int partition) {
        this.partition = partition;
    }

    int partition() {
        return partition;
    }

    /** Done when the feed is ready, or cannot be had. */
    CompletableFuture<PartitionFeed> wanted() {
        return wanted;
    }

    boolean isAt(Stage asked) {
        return stage == asked;
    }

    void goTo(Stage next) {
        stage = next;
    }

    /** Where it begins is known. */
    void found(PartitionFeed found, LogEnds.Ends where) {
        feed = found;
        ends = where;
        stage = Stage.BEGINNING;
    }

    /** From when it begins on. */
    PartitionFeed feed() {
        if (feed == null) {
            throw new IllegalStateException("it has not begun");
        }
        return feed;
    }

    boolean hasBegun() {
        return feed != null;
    }

    LogEnds.Ends ends() {
        if (ends == null) {
            throw new IllegalStateException("it has not begun");
        }
        return ends;
    }
}
