package dev.homeroom.edge.engineio;

/** The body of polls and posts: packets joined by the record separator. */
final class Payload {
    static final byte SEPARATOR = 0x1e;

    private Payload() {}

    /** One more than there are separators. */
    static long packetsIn(String body) {
        return 1 + body.chars().filter(c -> c == SEPARATOR).count();
    }

    /** Calls the receiver with each packet, until it wants no more. */
    static void split(String body, PacketReceiver receiver) {
        int start = 0;
        while (start <= body.length()) {
            int end = body.indexOf(SEPARATOR, start);
            String packet = body.substring(start, end < 0 ? body.length() : end);
            if (!receiver.receive(packet) || end < 0) {
                return;
            }
            start = end + 1;
        }
    }

    @FunctionalInterface
    interface PacketReceiver {
        /** @return whether the next packet is wanted */
        boolean receive(String packet);
    }
}
