package dev.homeroom.bench.school;

import dev.homeroom.api.Api;
import dev.homeroom.api.SignedIn;
import dev.homeroom.bench.crowd.Ticket;
import dev.homeroom.bench.crowd.Venue;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;

/**
 * Rooms that all have the same members, made for one run. Hashing passwords is dear, so that a few accounts serve: the same
 * person sits in each room, on a connection of its own. Connections are spread over the edges in turn.
 */
public final class School implements Venue {
    private final List<InetSocketAddress> edges;
    private final Api teacher;
    private final List<SignedIn> members;
    private final List<String> rooms;

    School(List<InetSocketAddress> edges, Api teacher, List<SignedIn> members, List<String> rooms) {
        this.edges = edges;
        this.teacher = teacher;
        this.members = members;
        this.rooms = rooms;
    }

    @Override
    public Ticket ticket(int room, int member) {
        int edge = (room * members.size() + member) % edges.size();
        return new Ticket(edges.get(edge), members.get(member).token(), rooms.get(room));
    }

    /** The ids of its rooms. */
    public List<String> rooms() {
        return List.copyOf(rooms);
    }

    /** The ids of its members' accounts. */
    public List<String> people() {
        return members.stream().map(SignedIn::id).toList();
    }

    /** The API as the teacher of its rooms. */
    public Api teacher() {
        return teacher;
    }

    /** The transcripts of its rooms, as their teacher reads them. */
    public Transcripts transcripts() {
        return new Transcripts(teacher, rooms);
    }

    /** The address that a client connects to. */
    static InetSocketAddress address(URI url) {
        int port = url.getPort() < 0 ? 80 : url.getPort();
        return new InetSocketAddress(url.getHost(), port);
    }
}
