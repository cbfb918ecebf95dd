package dev.homeroom.edge.engineio;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Why a request is refused, with the code and words that clients of the protocol know. */
enum Refusal {
    UNKNOWN_TRANSPORT(0, "Transport unknown", HttpStatus.BAD_REQUEST_400),
    UNKNOWN_SESSION(1, "Session ID unknown", HttpStatus.BAD_REQUEST_400),
    BAD_HANDSHAKE_METHOD(2, "Bad handshake method", HttpStatus.BAD_REQUEST_400),
    BAD_REQUEST(3, "Bad request", HttpStatus.BAD_REQUEST_400),
    FORBIDDEN(4, "Forbidden", HttpStatus.FORBIDDEN_403),
    UNSUPPORTED_VERSION(5, "Unsupported protocol version", HttpStatus.BAD_REQUEST_400),
    TOO_LARGE(3, "Payload too large", HttpStatus.PAYLOAD_TOO_LARGE_413),
    TOO_MANY_SESSIONS(3, "Too many sessions", HttpStatus.SERVICE_UNAVAILABLE_503),
    TOO_MANY_OF_ADDRESS(3, "Too many sessions of one address", HttpStatus.TOO_MANY_REQUESTS_429),
    TOO_SLOW(3, "Request timeout", HttpStatus.REQUEST_TIMEOUT_408);

    private final int status;
    private final String body;

    Refusal(int code, String message, int status) {
        this.status = status;
        this.body = "{\"code\":%d,\"message\":\"%s\"}".formatted(code, message);
    }

    void answer(Response response, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length());
        response.write(true, ByteBuffer.wrap(body.getBytes(StandardCharsets.US_ASCII)), callback);
    }
}
