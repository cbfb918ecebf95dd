package dev.homeroom.faults.seeded;

import dev.homeroom.contract.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Takes the room log away and makes another one of its name, as an operator may. */
final class Topic {
    private static final int PARTITIONS = 12;
    private static final long POLL_MS = 50;

    private Topic() {}

    static void recreate(String kafka) throws InterruptedException {
        NewTopic topic = Topics.all(PARTITIONS, (short) 1).stream()
                .filter(each -> each.name().equals(Topics.MESSAGES))
                .findAny()
                .orElseThrow();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.deleteTopics(List.of(Topics.MESSAGES)).all().get();
            while (!isMade(admin, topic)) {
                TimeUnit.MILLISECONDS.sleep(POLL_MS);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isMade(Admin admin, NewTopic topic) throws InterruptedException, ExecutionException {
        try {
            admin.createTopics(List.of(topic)).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw e;
        }
    }
}
