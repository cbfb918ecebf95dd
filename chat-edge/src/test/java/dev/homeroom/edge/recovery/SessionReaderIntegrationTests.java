package dev.homeroom.edge.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.EdgeId;
import dev.homeroom.contract.SavedSession;
import dev.homeroom.contract.Topics;
import dev.homeroom.edge.log.KafkaClients;
import dev.homeroom.edge.log.LogEnds;
import dev.homeroom.testing.Backends;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.TopicExistsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** A reader that waits for news for far longer than anybody here waits for it. */
class SessionReaderIntegrationTests {
    private static final SessionReader.Waits FOR_LONG =
            new SessionReader.Waits(Duration.ofMinutes(5), Duration.ofSeconds(25));
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration WINDOW = Duration.ofMinutes(2);
    private static final int HOME = 3;
    private static final int PARTITIONS = 12;

    private final SessionWatches watches = new SessionWatches();
    private LogEnds ends;
    private Producer<byte[], byte[]> producer;
    private SessionReader reader;

    @BeforeAll
    static void makeTopics() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(
                Map.of("bootstrap.servers", (Object) Backends.kafka().bootstrapServers()))) {
            for (NewTopic topic : Topics.all(PARTITIONS, (short) 1)) {
                make(admin, topic);
            }
        }
    }

    private static void make(Admin admin, NewTopic topic) throws InterruptedException, ExecutionException {
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    @BeforeEach
    void start() {
        KafkaProperties properties = new KafkaProperties();
        properties.setBootstrapServers(List.of(Backends.kafka().bootstrapServers()));
        KafkaClients clients = new KafkaClients(properties);
        ends = new LogEnds(clients, PATIENCE);
        producer = clients.producer(Map.of("acks", "all"));
        reader = new SessionReader(clients, new SessionEnds(ends), watches, WINDOW, FOR_LONG, HOME);
        reader.start();
    }

    @AfterEach
    void end() {
        CompletableFuture<Void> closed = CompletableFuture.runAsync(reader::close);
        written(PrivateId.create(HOME)); // which ends the broker's waiting
        closed.join();
        producer.close();
        ends.close();
    }

    private SavedSession written(PrivateId id) {
        SavedSession session =
                new SavedSession("socket", null, new EdgeId("edge"), "connection", 1, List.of(), null, null);
        assertThat(new SessionWriter(producer).write(id, session)).succeedsWithin(PATIENCE);
        return session;
    }

    @Test
    void whoAsksForASessionOfAPartitionThatIsReadDoesNotWaitForNews() {
        PrivateId id = PrivateId.create(HOME);
        SavedSession session = written(id);
        assertThat(reader.find(id))
                .succeedsWithin(PATIENCE)
                .satisfies(found -> assertThat(found).contains(session));
        // Nothing is new from here on: the broker holds the reader's question back.
        for (int i = 0; i < 10; i++) {
            assertThat(reader.find(id)).succeedsWithin(PATIENCE);
            assertThat(reader.find(PrivateId.create(HOME)))
                    .succeedsWithin(PATIENCE)
                    .satisfies(found -> assertThat(found).isEmpty());
        }
    }

    @Test
    void aRecordIsHeardOfWhenItComes() {
        PrivateId id = PrivateId.create(HOME);
        CompletableFuture<SessionWatches.Heard> heard = new CompletableFuture<>();
        watches.add(id, heard::complete);
        assertThat(reader.find(id)).succeedsWithin(PATIENCE);
        SavedSession session = written(id);
        assertThat(heard)
                .succeedsWithin(PATIENCE)
                .satisfies(each -> assertThat(each.session()).isEqualTo(session));
    }
}
