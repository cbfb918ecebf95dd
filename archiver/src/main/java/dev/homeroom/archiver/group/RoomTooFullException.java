package dev.homeroom.archiver.group;

/** Thrown by who follows {@link GroupChanged}, to undo the change: some room would get more members than one may have. */
public final class RoomTooFullException extends RuntimeException {
    private final int limit;

    public RoomTooFullException(int limit) {
        super("a room would get more than " + limit + " members", null, false, false);
        this.limit = limit;
    }

    int limit() {
        return limit;
    }
}
