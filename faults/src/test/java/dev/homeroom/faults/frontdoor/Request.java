package dev.homeroom.faults.frontdoor;

import java.io.IOException;
import java.io.OutputStream;

/** A request, which can be sent as often as needed. */
final class Request {
    private final Head head;
    private final byte[] body;

    /** @param body not copied */
    Request(Head head, byte[] body) {
        this.head = head;
        this.body = body;
    }

    Head head() {
        return head;
    }

    void writeTo(OutputStream out) throws IOException {
        head.writeTo(out);
        out.write(body);
        out.flush();
    }

    /** Whether it does no harm if it is carried out twice. */
    boolean isIdempotent() {
        return !"POST".equals(head.method()) && !"PATCH".equals(head.method());
    }
}
