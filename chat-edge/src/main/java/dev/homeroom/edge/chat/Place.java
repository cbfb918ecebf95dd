package dev.homeroom.edge.chat;

import dev.homeroom.contract.GuestRoom;
import dev.homeroom.edge.fanout.PartitionFeed;
import dev.homeroom.edge.fanout.Subscription;
import org.jspecify.annotations.Nullable;

/** A connection's place in a room that it has entered. */
record Place(
        LivePath live,
        PartitionFeed feed,
        Subscription subscription,
        @Nullable GuestRoom guestRoom) {}
