package dev.homeroom.edge.fanout;

import dev.homeroom.contract.Position;
import dev.homeroom.edge.socketio.TokenedEvent;
import java.util.ArrayList;
import java.util.List;

/** A session that remembers what it was told. */
final class Listener implements Subscriber {
    final List<Long> told = new ArrayList<>();
    final List<TokenedEvent> events = new ArrayList<>();
    final List<TokenedEvent> caughtUp = new ArrayList<>();

    /** Of how many events each that it was told speaks. */
    final List<Integer> counts = new ArrayList<>();

    boolean interrupted;

    @Override
    public void tell(Position position, TokenedEvent event) {
        told.add(position.offset());
        events.add(event);
        counts.add(TestFeed.count(event));
    }

    @Override
    public long toldThrough(int partition) {
        return -1;
    }

    @Override
    public void catchUp(TokenedEvent event) {
        caughtUp.add(event);
    }

    @Override
    public boolean isBehind() {
        return false;
    }

    @Override
    public void flush() {}

    @Override
    public void interrupted() {
        interrupted = true;
    }
}
