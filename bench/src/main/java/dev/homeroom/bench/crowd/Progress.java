package dev.homeroom.bench.crowd;

/**
 * How far a run has got, the warm-up included.
 *
 * @param acked messages
 * @param refused messages
 * @param delivered deliveries
 */
public record Progress(long acked, long refused, long delivered) {
    static final Progress NONE = new Progress(0, 0, 0);

    Progress plus(Progress other) {
        return new Progress(acked + other.acked, refused + other.refused, delivered + other.delivered);
    }

    /** Whether all {@code messages} were answered, and what was acked has reached as many receivers as there are. */
    public boolean isComplete(long messages, long receivers) {
        return acked + refused >= messages && delivered >= acked * receivers;
    }
}
