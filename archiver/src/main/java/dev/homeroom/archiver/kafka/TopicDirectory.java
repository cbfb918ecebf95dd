package dev.homeroom.archiver.kafka;

import dev.homeroom.contract.Topics;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The topics as the cluster has them now. Each call asks the cluster; it throws {@link KafkaAwayException} in vain. */
@Component
public class TopicDirectory {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final KafkaClients clients;
    private final TopicSettings settings;

    private @Nullable Admin admin;

    TopicDirectory(KafkaClients clients, TopicSettings settings) {
        this.clients = clients;
        this.settings = settings;
    }

    /** @param topicId Kafka's id, which a re-created topic does not share with the one before */
    public record Topic(UUID topicId, int partitions) {}

    public Topic describe(String name) {
        TopicDescription description =
                await(admin().describeTopics(List.of(name)).allTopicNames()).get(name);
        if (description == null) {
            throw new KafkaAwayException(new UnknownTopicOrPartitionException(name));
        }
        var id = description.topicId();
        return new Topic(
                new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits()),
                description.partitions().size());
    }

    /** Where the next record of each partition will stand. */
    public Map<Integer, Long> ends(String name, int partitions) {
        Map<TopicPartition, OffsetSpec> latest = IntStream.range(0, partitions)
                .boxed()
                .collect(Collectors.toMap(partition -> new TopicPartition(name, partition), _ -> OffsetSpec.latest()));
        return await(admin().listOffsets(latest).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        end -> end.getKey().partition(), end -> end.getValue().offset()));
    }

    /** Creates the topics that are missing. */
    public void createMissing() {
        List<NewTopic> topics = Topics.all(settings.partitions(), settings.replicationFactor());
        admin().createTopics(topics).values().values().forEach(TopicDirectory::awaitCreated);
    }

    private static void awaitCreated(KafkaFuture<Void> created) {
        try {
            await(created);
        } catch (KafkaAwayException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new KafkaAwayException(e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaAwayException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaAwayException(e);
        }
    }

    /** Made late, since a client cannot even be made while the name of no broker resolves. */
    private synchronized Admin admin() {
        if (admin == null) {
            admin = clients.admin();
        }
        return admin;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
        }
    }
}
