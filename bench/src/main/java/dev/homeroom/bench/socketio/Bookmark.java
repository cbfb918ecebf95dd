package dev.homeroom.bench.socketio;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Optional;

/**
 * How far somebody has read, in both of the ways in which a client can say so: by the cursor of the last event, and by its token.
 * For one thread.
 */
public final class Bookmark {
    private static final byte[] CURSOR = Bytes.of("\"cursor\":\"");
    private static final byte[] TOKEN = Bytes.of("\"]");

    private SessionIds session = new SessionIds("", "");
    private String cursor = "";
    private String token = "";

    /**
     * Takes note of the session that the server has let in.
     *
     * @return whether it is the one that was lost
     */
    public boolean isRecoveredIn(SessionIds admitted) {
        boolean same = !admitted.pid().isEmpty() && admitted.pid().equals(session.pid());
        session = admitted;
        return same;
    }

    /** The answer to entering. Its cursor counts only until there is an event: what was missed comes behind the answer. */
    public void entered(byte[] bytes, int from, int to) {
        if (cursor.isEmpty()) {
            readCursor(bytes, from, to);
        }
    }

    public void event(byte[] bytes, int from, int to) {
        readCursor(bytes, from, to);
        int end = to - TOKEN.length;
        if (Bytes.startsWith(TOKEN, bytes, end, to)) {
            int begin = end;
            while (begin > from && bytes[begin - 1] != '"') {
                begin--;
            }
            token = new String(bytes, begin, end - begin, US_ASCII);
        }
    }

    private void readCursor(byte[] bytes, int from, int to) {
        int key = Bytes.indexOf(CURSOR, bytes, from, to);
        if (key >= 0) {
            int begin = key + CURSOR.length;
            cursor = new String(bytes, begin, Bytes.indexOf('"', bytes, begin, to) - begin, US_ASCII);
        }
    }

    /** Empty before anything was read. */
    public String cursor() {
        return cursor;
    }

    /** Empty where the server does not recover sessions, and before the first event. */
    public Optional<Claim> claim() {
        return session.pid().isEmpty() || token.isEmpty()
                ? Optional.empty()
                : Optional.of(new Claim(session.pid(), token));
    }
}
