package dev.homeroom.edge.log;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns of topics that have copies, but of which Kafka confirms a record that stands on one broker alone: what was acked is lost
 * with that broker. Topics that exist are left as they are, so nobody would know otherwise.
 */
final class ReplicaCheck {
    private static final Logger LOG = LoggerFactory.getLogger(ReplicaCheck.class);
    private static final int ENOUGH = 2;

    private final Admin admin;

    ReplicaCheck(Admin admin) {
        this.admin = admin;
    }

    /** That it cannot find out keeps nobody from going on: it may not be allowed to ask. */
    void warn(Collection<String> topics) throws InterruptedException {
        try {
            List<String> weak = weak(topics);
            if (!weak.isEmpty()) {
                LOG.warn(
                        "ACKED MESSAGES MAY BE LOST WITH ONE BROKER: {} is below 2 for {}, although there are copies."
                                + " Alter it: see \"Topics\" in docs/operations.md",
                        TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
                        String.join(", ", weak));
            }
        } catch (ExecutionException e) {
            LOG.warn(
                    "Whether {} is high enough could not be found out: {}",
                    TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
                    String.valueOf(e.getCause()));
        }
    }

    private List<String> weak(Collection<String> topics) throws ExecutionException, InterruptedException {
        Map<String, TopicDescription> described =
                admin.describeTopics(topics).allTopicNames().get();
        Map<ConfigResource, Config> configs = admin.describeConfigs(
                        topics.stream().map(ReplicaCheck::resource).toList())
                .all()
                .get();
        return topics.stream()
                .filter(topic -> isWeak(Objects.requireNonNull(described.get(topic)), configs.get(resource(topic))))
                .toList();
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    static boolean isWeak(TopicDescription topic, @Nullable Config config) {
        boolean hasCopies = topic.partitions().stream()
                .anyMatch(partition -> partition.replicas().size() >= ENOUGH);
        ConfigEntry needed = config == null ? null : config.get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG);
        return hasCopies && needed != null && Integer.parseInt(needed.value()) < ENOUGH;
    }
}
