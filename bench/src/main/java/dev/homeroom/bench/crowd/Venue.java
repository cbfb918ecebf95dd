package dev.homeroom.bench.crowd;

/** Where a scene plays: a server with rooms and the people who may be in them. Both are counted from 0. */
public interface Venue {
    Ticket ticket(int room, int member);
}
