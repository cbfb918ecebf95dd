package dev.homeroom.edge.engineio;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** An HTTP request that waits for its answer. */
record Exchange(Request request, Response response, Callback callback) {
    /** It may wait as long as the heartbeat lets it, whatever the connector's idle timeout. */
    void neverIdle() {
        request.addIdleTimeoutListener(_ -> false);
    }

    /** Who asked for a WebSocket and does not get one has no other use for the connection. */
    void refuse(Refusal refusal) {
        if (request.getHeaders().contains(HttpHeader.UPGRADE)) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        refusal.answer(response, callback);
    }

    /** Ends the connection in the middle of an answer. */
    void cut() {
        request.getConnectionMetaData().getConnection().getEndPoint().close();
    }

    void answer(ByteBuffer payload, Runnable onSuccess, Consumer<Throwable> onFailure) {
        response.setStatus(HttpStatus.OK_200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=UTF-8");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, payload.remaining());
        response.write(
                true,
                payload,
                Callback.from(
                        () -> {
                            callback.succeeded();
                            onSuccess.run();
                        },
                        failure -> {
                            callback.failed(failure);
                            onFailure.accept(failure);
                        }));
    }
}
