package dev.homeroom.faults.check;

/**
 * A place in the log.
 *
 * @param topic the first digits of the topic's id
 */
record Spot(String topic, int partition, long offset) {
    boolean comparableWith(Spot other) {
        return topic.equals(other.topic) && partition == other.partition;
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
