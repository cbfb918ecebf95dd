package dev.homeroom.faults.seeded;

import static dev.homeroom.faults.seeded.Seam.CONSTRUCTOR;

import dev.homeroom.faults.check.Count;
import java.util.List;
import java.util.Set;

/** Mistakes that a system like this one can be made with, each of which breaks a promise. */
@SuppressWarnings("ImmutableEnumChecker") // copied collections, which are
enum SeededFault {
    /** A message is acked before Kafka has confirmed it. */
    ACK_BEFORE_KAFKA(
            Story.KAFKA_KILLED,
            Set.of(Count.ACKED_BUT_NOT_ON_LOG),
            new Seam("dev.homeroom.edge.publish.Publisher", "publish", Seeds.AckAtOnce.class)),
    /** How far the archive is, is committed before what it has read. */
    OFFSET_BEFORE_DATABASE(
            Story.ARCHIVER_KILLED,
            Set.of(Count.ACKED_BUT_LOST, Count.TRANSCRIPT_DIFFERS),
            new Seam("dev.homeroom.archiver.ingest.EntryRows", "store", Seeds.WriteLater.class)),
    /** Nobody knows a message again that is sent twice. */
    NO_DEDUPE(
            Story.CONNECTIONS_LOST,
            Set.of(Count.SHOWN_TWICE),
            new Seam("dev.homeroom.edge.fanout.RecentEvents", "add", Seeds.AlwaysTrue.class),
            new Seam("dev.homeroom.edge.fanout.RecentEvents", "find", Seeds.AlwaysNull.class)),
    /** Whatever is sent again under the same id is something new. */
    FRESH_ID_EACH_TIME(
            Story.CONNECTIONS_LOST,
            Set.of(Count.KEPT_TWICE),
            new Seam("dev.homeroom.contract.MessageId", "ofClient", Seeds.FreshId.class)),
    /** Somebody is shown what nobody wrote. */
    WORDS_MIXED_UP(
            Story.QUIET,
            Set.of(Count.SHOWN_FALSELY),
            new Seam("dev.homeroom.edge.chat.Words", "message", Seeds.OtherWords.class)),
    /** What is allowed is refused. */
    TOO_STRICT(
            Story.QUIET,
            Set.of(Count.REFUSED),
            new Seam("dev.homeroom.edge.publish.PublishProperties", "maxLength", Seeds.AHundred.class)),
    /** Nobody may resume. */
    NOBODY_RESUMES(
            Story.CONNECTIONS_LOST,
            Set.of(Count.NOT_RESUMED),
            new Seam("dev.homeroom.edge.chat.LivePath", "has", Seeds.FutureFalse.class)),
    /** Records are not keyed by their room. */
    KEY_NOT_THE_ROOM(
            Story.QUIET,
            Set.of(Count.ACKED_BUT_NOT_ON_LOG),
            new Seam("dev.homeroom.edge.publish.Publisher", "entryOf", Seeds.OtherKey.class)),
    /** An archiver that starts reads on at the end of the log. */
    LATEST_AT_START(
            Story.ARCHIVER_KILLED,
            Set.of(Count.ACKED_BUT_LOST, Count.TRANSCRIPT_DIFFERS),
            new Seam("org.apache.kafka.clients.consumer.KafkaConsumer", "seek", Seeds.SeekToEnd.class)),
    /** A cursor of a topic that is no more is taken for one of the topic that has its name. */
    EPOCH_IGNORED(
            Story.TOPIC_RE_CREATED,
            Set.of(Count.SILENT_GAPS, Count.NOT_DELIVERED),
            new Seam("dev.homeroom.contract.Position", "comparableWith", Seeds.AlwaysTrue.class),
            new Seam("dev.homeroom.edge.chat.LivePath", "has", Seeds.FutureTrue.class)),
    /** The state that somebody enters with was read before live begins for them. */
    STATE_READ_BEFORE_POSITION(
            Story.CONNECTIONS_LOST,
            Set.of(Count.SILENT_GAPS),
            new Seam("dev.homeroom.edge.chat.Entrance", "before", Seeds.PositionOfEarlier.class)),
    /** Whoever resumes misses the first message. */
    RESUME_OFF_BY_ONE(
            Story.CONNECTIONS_LOST,
            Set.of(Count.SILENT_GAPS),
            new Seam("dev.homeroom.edge.resume.Missed", "seen", Seeds.OffsetsAheadByOne.class)),
    /** Live events go out while older ones are still being replayed. */
    LIVE_BEFORE_REPLAY(
            Story.CONNECTIONS_LOST,
            Set.of(Count.SHOWN_OUT_OF_ORDER, Count.SILENT_GAPS),
            new Seam("dev.homeroom.edge.fanout.Stay", "announce", Seeds.AnnounceAtOnce.class),
            new Seam("dev.homeroom.edge.resume.Replayer", "replay", Seeds.Linger.class)),
    /** The people of a dead edge stay on the lists. */
    PRESENCE_NEVER_EXPIRED(
            Story.EDGE_DIES_WITH_ITS_PEOPLE,
            Set.of(Count.PRESENT_WRONGLY),
            new Seam("dev.homeroom.edge.presence.LiveEdges", "expire", Seeds.AlwaysEmpty.class)),
    /** What cannot be stored is dropped. */
    DEAD_LETTER_DROPPED(
            Story.QUIET,
            Set.of(Count.POISON_LOST),
            new Seam("dev.homeroom.archiver.ingest.DeadLetters", "putAside", Seeds.Skip.class)),
    /** What waits for somebody who does not read has no bound. */
    BUFFER_UNBOUNDED(
            Story.READERS_HANG,
            Set.of(Count.NOT_LET_GO),
            new Seam("dev.homeroom.edge.engineio.Outbox", CONSTRUCTOR, Seeds.NoBound.class)),
    /** A replay ends after so many events, and nobody is told. */
    REPLAY_CUT_AT_A_LIMIT(
            Story.CONNECTIONS_LOST,
            Set.of(Count.SILENT_GAPS),
            new Seam("dev.homeroom.edge.fanout.Recall", "since", Seeds.AtMostOne.class)),
    /** An edge forgets to tell its own people what came over another edge. */
    FAN_OUT_FROM_MEMORY(
            Story.CONNECTIONS_LOST,
            Set.of(Count.SILENT_GAPS),
            new Seam("dev.homeroom.edge.fanout.PartitionFeed", "deliver", Seeds.SkipNowAndThen.class));

    private final Story story;
    private final Set<Count> found;
    private final List<Seam> seams;

    SeededFault(Story story, Set<Count> found, Seam... seams) {
        this.story = story;
        this.found = Set.copyOf(found);
        this.seams = List.of(seams);
    }

    Story story() {
        return story;
    }

    /** Where the checker has to find it: at one of these, at least. */
    Set<Count> found() {
        return found;
    }

    List<Seam> seams() {
        return seams;
    }
}
