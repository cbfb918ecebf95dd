package dev.homeroom.bench.measure;

/** What a process does in a chat system. */
public enum Role {
    /** What clients are connected to. */
    SERVER("server"),
    /** What joins servers: Kafka, or Redis. */
    BROKER("broker"),
    /** What keeps the messages. */
    STORE("store");

    private final String shown;

    Role(String shown) {
        this.shown = shown;
    }

    /** As in tables and charts. */
    public String shown() {
        return shown;
    }

    /** @param process its name */
    public static Role of(String process) {
        if (process.startsWith(SERVER.shown)) {
            return SERVER;
        }
        return process.startsWith("redis") || process.equals(BROKER.shown) ? BROKER : STORE;
    }
}
