package dev.homeroom.bench.check;

/**
 * What is wrong with what was delivered.
 *
 * @param lost deliveries that never came, to any of those that they were for
 * @param doubled deliveries that came again
 * @param outOfOrder deliveries that came after one which is later in the room's order
 */
public record Findings(long lost, long doubled, long outOfOrder) {
    public static final Findings NONE = new Findings(0, 0, 0);

    public boolean isClean() {
        return equals(NONE);
    }

    public Findings plus(Findings other) {
        return new Findings(lost + other.lost, doubled + other.doubled, outOfOrder + other.outOfOrder);
    }
}
