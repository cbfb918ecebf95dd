package dev.homeroom.edge.chat;

import dev.homeroom.contract.GuestRoom;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.SavedSession;
import dev.homeroom.edge.fanout.Dialect;
import dev.homeroom.edge.fanout.PartitionFeed;
import dev.homeroom.edge.fanout.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * A connection's place in a room that it has entered.
 *
 * @param since the last position before those that the connection is told of; null while it catches up from a cursor
 */
record Place(
        LivePath live,
        PartitionFeed feed,
        Subscription subscription,
        @Nullable GuestRoom guestRoom,
        @Nullable Position since) {
    RoomId room() {
        return subscription.room();
    }

    int partition() {
        return feed.partition();
    }

    /** The same place, told of what comes after this position. */
    Place since(@Nullable Position position) {
        return new Place(live, feed, subscription, guestRoom, position);
    }

    /** As it is kept for other edges. */
    SavedSession.Place saved() {
        return new SavedSession.Place(
                room(),
                subscription.author(),
                guestRoom,
                subscription.dialect() == Dialect.PLAIN,
                subscription.isWatching(),
                since);
    }
}
