package dev.homeroom.contract;

/** A record does not follow its schema; inside the codecs only, callers see {@link Decoded.Malformed}. */
final class MalformedRecordException extends RuntimeException {
    MalformedRecordException(String reason) {
        super(reason, null, false, false);
    }
}
