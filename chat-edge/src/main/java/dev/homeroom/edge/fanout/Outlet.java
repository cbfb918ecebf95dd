package dev.homeroom.edge.fanout;

import dev.homeroom.contract.Position;

/** By which way a session is told. */
public interface Outlet {
    /** @param position the last that the announcement speaks of */
    void tell(Subscription subscription, Position position, Announcement announcement);
}
