package dev.homeroom.faults.people;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.awaitility.Awaitility;

/** The copies that the brokers have of each partition. */
final class Replicas {
    private Replicas() {}

    /** Waits until every broker has all that it should have, so that the next one may go. */
    static void awaitInSync(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Awaitility.await("all replicas in sync")
                    .ignoreException(ExecutionException.class)
                    .until(() -> areInSync(admin));
        }
    }

    private static boolean areInSync(Admin admin) throws ExecutionException, InterruptedException {
        return admin.describeTopics(admin.listTopics().names().get()).allTopicNames().get().values().stream()
                .map(TopicDescription::partitions)
                .flatMap(List::stream)
                .allMatch(partition ->
                        partition.isr().size() == partition.replicas().size());
    }
}
