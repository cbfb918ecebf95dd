package dev.homeroom.archiver.ingest;

/**
 * What a dead letter says of itself, besides the headers that the record came with. The record may have come with headers
 * of these names too: the last one of a name is ours.
 */
public final class DeadLetterHeaders {
    /** A {@link DeadLetterReason}. */
    public static final String REASON = "homeroom-reason";

    public static final String DETAIL = "homeroom-detail";
    /** The name of the topic on which the record stood. */
    public static final String TOPIC = "homeroom-topic";
    /** Kafka's id of that topic: a re-created topic of the same name has another one. */
    public static final String TOPIC_ID = "homeroom-topic-id";

    public static final String PARTITION = "homeroom-partition";
    public static final String OFFSET = "homeroom-offset";
    public static final String TIMESTAMP = "homeroom-timestamp";
    /** Only where the value had to be left out. */
    public static final String VALUE = "homeroom-value";
    /** Only where the key and the record's own headers had to be left out too. */
    public static final String KEY = "homeroom-key";

    private DeadLetterHeaders() {}
}
