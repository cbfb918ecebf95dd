package dev.homeroom.edge.engineio;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * A poll that waits until there is something to send, and notices when its client goes away meanwhile.
 *
 * <p>Jetty reads nothing from a connection while it handles a request, so a client that closed it would be missed only at the
 * next heartbeat. While the poll is held, this reads ahead instead, one byte at most: that byte begins the next request and
 * is given to the connection. Jetty reads on by itself once the poll is answered, and then this must not: hence the lock.
 */
final class HeldPoll implements Callback {
    private final Exchange exchange;
    private final Runnable gone;
    private final @Nullable AbstractEndPoint endPoint;
    private boolean held = true;

    /** @param gone called at most once, when the client has closed the connection of a held poll */
    HeldPoll(Exchange exchange, Runnable gone) {
        this.exchange = exchange;
        this.gone = gone;
        this.endPoint = connection().getEndPoint() instanceof AbstractEndPoint endPoint ? endPoint : null;
    }

    Exchange exchange() {
        return exchange;
    }

    private Connection connection() {
        return exchange.request().getConnectionMetaData().getConnection();
    }

    /** Begins to watch. Not needed by a poll that is answered at once. */
    synchronized void watch() {
        if (held && endPoint != null) {
            endPoint.tryFillInterested(this);
        }
    }

    /** Ends the watch, so that the poll can be answered. */
    synchronized Exchange release() {
        held = false;
        if (endPoint != null && endPoint.isFillInterested()) {
            endPoint.getFillInterest().fillable(); // takes this callback out, and calls it for nothing
        }
        return exchange;
    }

    /** The connection has something to read, or has ended. */
    @Override
    public void succeeded() {
        if (hasGone()) {
            gone.run();
        }
    }

    @Override
    public void failed(Throwable failure) {
        gone.run();
    }

    private synchronized boolean hasGone() {
        if (!held || endPoint == null) {
            return false;
        }
        ByteBuffer ahead = BufferUtil.allocate(1);
        try {
            return switch (endPoint.fill(ahead)) {
                case -1 -> true;
                case 0 -> {
                    endPoint.tryFillInterested(this);
                    yield false;
                }
                default -> {
                    giveBack(ahead);
                    yield false;
                }
            };
        } catch (IOException _) {
            return true;
        }
    }

    private void giveBack(ByteBuffer ahead) {
        if (connection() instanceof Connection.UpgradeTo reader) {
            reader.onUpgradeTo(ahead);
        }
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }
}
