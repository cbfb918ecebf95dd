package dev.homeroom.contract;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.utils.Utils;

/** Homeroom's topics: their names, how long they keep what, and which partition is a room's. */
public final class Topics {
    /** What happens in rooms; key = room id, value = {@link RoomEvent}. */
    public static final String MESSAGES = "chat.messages";
    /** What rooms are; key = room id, value = {@link RoomRecord}; compacted. */
    public static final String ROOMS = "chat.rooms";
    /** Who is present where; key = {@link PresenceKey}, value = {@link PresenceRecord}; compacted. */
    public static final String PRESENCE = "chat.presence";
    /** What sessions are in, so that any edge can take one over; key = digest of its private id, value = {@link SavedSession}. */
    public static final String SESSIONS = "chat.sessions";
    /** The public keys that login tokens are checked with; key = key id, value = JWK (RFC 7517); compacted. */
    public static final String KEYS = "chat.keys";
    /** Records of {@link #MESSAGES} that could not be stored, whole, with the reason in a header. */
    public static final String DEAD_LETTERS = "chat.messages-dlt";

    /**
     * The largest record of {@link #ROOMS}. A room's record lists all its members: at the archiver's bound, with the longest names, it is half of
     * this.
     */
    public static final int LARGEST_ROOM_BYTES = 16 << 20;

    private static final Duration MESSAGES_KEPT = Duration.ofDays(7);
    /**
     * A writer whose clock is off by more is refused by the broker, so that nothing is acknowledged that the archive would
     * not take: its limits are wider.
     */
    private static final Duration CLOCK_AHEAD = Duration.ofMinutes(30);
    /** How long a session's newest record is kept at the most. */
    public static final Duration SESSIONS_KEPT = MESSAGES_KEPT;
    /** Header of a tombstone of {@link #SESSIONS}: the connection that ended. If another has the session by then, it goes on. */
    public static final String ENDED_CONNECTION = "connection";

    /**
     * Header of a tombstone of {@link #PRESENCE} in a list's place: the number, in decimal digits, that a list of nobody would have
     * there; see {@link PresenceRecord#sequence()}.
     */
    public static final String CLEARED_SEQUENCE = "sequence";

    private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(30);
    /** Only closed segments are compacted. */
    private static final Duration SESSION_SEGMENTS = Duration.ofHours(1);
    /** Heartbeats come every few seconds and each replaces the one before: an edge that starts reads what is left of them. */
    private static final Duration PRESENCE_SEGMENTS = Duration.ofMinutes(10);

    private static final Duration PRESENCE_COMPACTED_WITHIN = Duration.ofMinutes(20);
    private static final double PRESENCE_DIRTY_RATIO = 0.1;
    private static final Duration TOMBSTONES_KEPT = Duration.ofHours(1);
    private static final int LARGEST_RECORD_BYTES = 1 << 20;
    /** A dead letter is a whole record and some headers; the record may come from a topic with a higher limit. */
    private static final int LARGEST_DEAD_LETTER_BYTES = 16 << 20;

    private Topics() {}

    /**
     * All topics, to be created where they are missing.
     *
     * @param partitions of the topics that are keyed by room
     * @param replication of each topic; from 3 on, a write needs two brokers
     */
    public static List<NewTopic> all(int partitions, short replication) {
        return List.of(
                topic(MESSAGES, partitions, replication, messages()),
                topic(ROOMS, partitions, replication, rooms()),
                topic(PRESENCE, partitions, replication, presence()),
                topic(SESSIONS, partitions, replication, sessions()),
                topic(KEYS, 1, replication, compacted()),
                topic(DEAD_LETTERS, partitions, replication, deadLetters()));
    }

    /** The partition of a room's records; the same as the Kafka producer's own choice by key. */
    public static int partitionOf(RoomId room, int partitions) {
        byte[] key = room.toString().getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }

    private static NewTopic topic(String name, int partitions, short replication, Map<String, String> cleanup) {
        Map<String, String> configs = new HashMap<>();
        configs.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, replication >= 3 ? "2" : "1");
        configs.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(LARGEST_RECORD_BYTES));
        configs.putAll(cleanup);
        return new NewTopic(name, partitions, replication).configs(configs);
    }

    private static Map<String, String> deletedAfter(Duration kept) {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(kept.toMillis()));
    }

    private static Map<String, String> messages() {
        Map<String, String> configs = new HashMap<>(deletedAfter(MESSAGES_KEPT));
        configs.put(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, Long.toString(CLOCK_AHEAD.toMillis()));
        configs.put(TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG, Long.toString(MESSAGES_KEPT.toMillis()));
        return configs;
    }

    /** The newest record of each session, and none that outlives the events it points to. */
    private static Map<String, String> sessions() {
        Map<String, String> configs = new HashMap<>(compacted());
        configs.putAll(deletedAfter(SESSIONS_KEPT));
        configs.put(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT + "," + TopicConfig.CLEANUP_POLICY_DELETE);
        configs.put(TopicConfig.SEGMENT_MS_CONFIG, Long.toString(SESSION_SEGMENTS.toMillis()));
        return configs;
    }

    private static Map<String, String> presence() {
        Map<String, String> configs = new HashMap<>(compacted());
        configs.put(TopicConfig.SEGMENT_MS_CONFIG, Long.toString(PRESENCE_SEGMENTS.toMillis()));
        configs.put(TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, Double.toString(PRESENCE_DIRTY_RATIO));
        configs.put(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, Long.toString(PRESENCE_COMPACTED_WITHIN.toMillis()));
        return configs;
    }

    private static Map<String, String> deadLetters() {
        Map<String, String> configs = new HashMap<>(deletedAfter(DEAD_LETTERS_KEPT));
        configs.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(LARGEST_DEAD_LETTER_BYTES));
        return configs;
    }

    private static Map<String, String> rooms() {
        Map<String, String> configs = new HashMap<>(compacted());
        configs.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(LARGEST_ROOM_BYTES));
        return configs;
    }

    private static Map<String, String> compacted() {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.DELETE_RETENTION_MS_CONFIG,
                Long.toString(TOMBSTONES_KEPT.toMillis()));
    }
}
