package dev.homeroom.bench.wire;

/** A server has sent what no server should, or what this client does not read. */
final class MalformedFrameException extends Exception {
    MalformedFrameException(String message) {
        super(message);
    }
}
