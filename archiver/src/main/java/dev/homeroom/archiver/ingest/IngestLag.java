package dev.homeroom.archiver.ingest;

import dev.homeroom.archiver.kafka.TopicDirectory;
import dev.homeroom.archiver.kafka.TopicDirectory.Topic;
import dev.homeroom.contract.Topics;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How many records of the room log are not archived yet, by any archiver. */
@Component
class IngestLag {
    private final TopicDirectory topics;
    private final Generations generations;
    private final ProgressRows progress;

    IngestLag(TopicDirectory topics, Generations generations, ProgressRows progress) {
        this.topics = topics;
        this.generations = generations;
        this.progress = progress;
    }

    long records() {
        Topic topic = topics.describe(Topics.MESSAGES);
        Map<Integer, Long> ends = topics.ends(Topics.MESSAGES, topic.partitions());
        Map<Integer, Long> stored =
                generations.find(topic.topicId()).map(progress::all).orElse(Map.of());
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - stored.getOrDefault(end.getKey(), 0L)))
                .sum();
    }
}
