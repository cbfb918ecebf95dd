package dev.homeroom.edge.log;

import dev.homeroom.contract.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.springframework.stereotype.Component;

/** Makes the topics that are missing and finds out which topic the room log is. */
@Component
public final class TopicSetup {
    private final KafkaClients clients;
    private final TopicProperties properties;

    TopicSetup(KafkaClients clients, TopicProperties properties) {
        this.clients = clients;
        this.properties = properties;
    }

    /**
     * Waits for Kafka's answers, so never called on an I/O thread.
     *
     * @throws ExecutionException if Kafka is away or refuses; the caller tries again
     */
    public MessageLog prepare() throws ExecutionException, InterruptedException {
        Admin admin = clients.admin();
        try {
            List<NewTopic> topics = Topics.all(properties.partitions(), properties.replicationFactor());
            for (NewTopic topic : topics) {
                createIfMissing(admin, topic);
            }
            new ReplicaCheck(admin).warn(topics.stream().map(NewTopic::name).toList());
            return describe(admin);
        } finally {
            admin.close(Duration.ZERO); // whoever is interrupted does not wait for answers that may never come
        }
    }

    private static void createIfMissing(Admin admin, NewTopic topic) throws ExecutionException, InterruptedException {
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static MessageLog describe(Admin admin) throws ExecutionException, InterruptedException {
        Map<String, TopicDescription> topics = admin.describeTopics(List.of(Topics.MESSAGES, Topics.SESSIONS))
                .allTopicNames()
                .get();
        TopicDescription messages = Objects.requireNonNull(topics.get(Topics.MESSAGES));
        Uuid id = messages.topicId();
        return new MessageLog(
                new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits()),
                messages.partitions().size(),
                Objects.requireNonNull(topics.get(Topics.SESSIONS)).partitions().size());
    }
}
