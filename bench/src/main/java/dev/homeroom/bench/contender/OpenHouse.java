package dev.homeroom.bench.contender;

import dev.homeroom.bench.crowd.Ticket;
import dev.homeroom.bench.crowd.Venue;
import java.net.InetSocketAddress;
import java.util.UUID;

/** Rooms that everybody may enter, and that exist once somebody does. */
final class OpenHouse implements Venue {
    private final InetSocketAddress server;
    private final String prefix = UUID.randomUUID().toString().substring(0, 24);

    OpenHouse(InetSocketAddress server) {
        this.server = server;
    }

    /** Names are as long as those of Homeroom, which are UUIDs. */
    @Override
    public Ticket ticket(int room, int member) {
        return new Ticket(server, null, "%s%012d".formatted(prefix, room));
    }
}
