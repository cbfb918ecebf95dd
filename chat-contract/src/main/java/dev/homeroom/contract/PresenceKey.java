package dev.homeroom.contract;

/** The key of a presence record, in text {@code room/edge}. */
public record PresenceKey(RoomId room, EdgeId edge) {
    /** @throws IllegalArgumentException if {@code text} is no such key */
    public static PresenceKey parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("a presence key is room/edge");
        }
        return new PresenceKey(RoomId.parse(text.substring(0, slash)), new EdgeId(text.substring(slash + 1)));
    }

    @Override
    public String toString() {
        return room + "/" + edge;
    }
}
