package dev.homeroom.edge.engineio;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections on which the head of a request has begun and does not end. The server's idle timeout is no help against
 * a client that sends a byte now and then, and no handler sees a request whose head is not complete.
 *
 * <p>Belongs in front of all handlers, since it has to see each request. A head is found late by up to two tenths of the
 * time; bodies and WebSockets have their own limits.
 */
public final class HeadTimeout extends Handler.Wrapper implements Connection.Listener {
    private static final int LOOKS = 10;

    private final Map<Connection, Head> heads = new ConcurrentHashMap<>();
    private final EachConnector connectors = new EachConnector(this);
    private final Duration limit;
    private final Duration interval;
    private Scheduler.@Nullable Task next;

    /** @param limit from the first byte of a head to its last */
    public HeadTimeout(Duration limit, Handler handler) {
        super(handler);
        this.limit = limit;
        this.interval = limit.dividedBy(LOOKS);
    }

    /** How many connections are watched. */
    int watched() {
        return heads.size();
    }

    @Override
    protected void doStart() throws Exception {
        getServer().addEventListener(connectors);
        super.doStart();
        lookAgain();
    }

    @Override
    protected synchronized void doStop() throws Exception {
        if (next != null) {
            next.cancel();
            next = null;
        }
        getServer().removeEventListener(connectors);
        super.doStop();
    }

    /** Those that carry requests; not what lies below them, nor WebSockets. */
    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof ConnectionMetaData) {
            heads.put(connection, new Head(connection));
        }
    }

    @Override
    public void onClosed(Connection connection) {
        heads.remove(connection);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Head head = heads.get(request.getConnectionMetaData().getConnection());
        if (head != null) {
            head.complete();
            Request.addCompletionListener(request, _ -> head.expectNext());
        }
        return super.handle(request, response, callback);
    }

    private synchronized void lookAgain() {
        next = getServer().getScheduler().schedule(this::look, interval);
    }

    private void look() {
        for (Head head : heads.values()) {
            head.closeIfSlow();
        }
        if (isRunning()) {
            lookAgain();
        }
    }

    /** What is known of a connection's next request. */
    private final class Head {
        private final Connection connection;
        private int underWay;
        private long bytesBefore;
        private long begunNanos;
        private boolean begun;

        private Head(Connection connection) {
            this.connection = connection;
        }

        private synchronized void complete() {
            underWay++;
            begun = false;
        }

        private synchronized void expectNext() {
            underWay--;
            bytesBefore = connection.getBytesIn();
        }

        private void closeIfSlow() {
            if (isSlow()) {
                connection.getEndPoint().close();
            }
        }

        private synchronized boolean isSlow() {
            if (underWay > 0 || connection.getBytesIn() == bytesBefore) {
                return false;
            }
            if (!begun) {
                begun = true;
                begunNanos = System.nanoTime();
            }
            return System.nanoTime() - begunNanos >= limit.toNanos();
        }
    }
}
