package dev.homeroom.edge.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homeroom.backends.KafkaSettings;
import dev.homeroom.backends.LocalKafka;
import dev.homeroom.backends.Quorum;
import dev.homeroom.contract.Topics;
import dev.homeroom.edge.publish.EventProducer;
import dev.homeroom.edge.publish.PublishProperties;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a confirmation is worth at a cluster of two brokers. */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class ReplicasIntegrationTests {
    private static final String WARNING = "ACKED MESSAGES MAY BE LOST WITH ONE BROKER";
    private static final Duration SOON = Duration.ofSeconds(30);

    private LocalKafka one;
    private LocalKafka two;
    private Admin admin;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        Map<Integer, Integer> controllers = Map.of(1, freePort(), 2, freePort());
        String cluster = Uuid.randomUuid().toString();
        CompletableFuture<LocalKafka> second =
                CompletableFuture.supplyAsync(() -> start(folder, new Quorum(cluster, 2, controllers)));
        one = start(folder, new Quorum(cluster, 1, controllers));
        two = second.join();
        admin = Admin.create(Map.of("bootstrap.servers", (Object) one.bootstrapServers()));
    }

    private static LocalKafka start(Path folder, Quorum quorum) {
        return LocalKafka.start(KafkaSettings.in(folder.resolve("kafka-" + quorum.node()))
                        .withHeapMegabytes(256)
                        .withQuorum(quorum))
                .orThrow();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @AfterAll
    void stop() {
        admin.close();
        two.close();
        one.close();
    }

    /** Clients of an installation that says of its producers in general what must not hold for this one. */
    private KafkaClients clients() {
        KafkaProperties properties = new KafkaProperties();
        properties.setBootstrapServers(List.of(one.bootstrapServers()));
        properties.getProperties().putAll(Map.of("acks", "1", "enable.idempotence", "false"));
        return new KafkaClients(properties);
    }

    private Producer<byte[], byte[]> producer() {
        PublishProperties properties = new Binder(
                        new MapConfigurationPropertySource(Map.of("homeroom.edge.publish.timeout", "5s")))
                .bindOrCreate("homeroom.edge.publish", PublishProperties.class);
        return EventProducer.create(clients(), properties);
    }

    private static void send(Producer<byte[], byte[]> producer, String topic) throws Exception {
        producer.send(new ProducerRecord<>(topic, "hello".getBytes(UTF_8))).get(30, TimeUnit.SECONDS);
    }

    private static void signal(LocalKafka broker, String name) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(broker.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    @Test
    void confirmsNothingThatAnInSyncReplicaLacksAndKnowsWhatItHasTaken() throws Exception {
        TopicPartition partition = new TopicPartition("led-by-one", 0);
        admin.createTopics(List.of(new NewTopic(partition.topic(), Map.of(0, List.of(1, 2)))))
                .all()
                .get();
        try (Producer<byte[], byte[]> producer = producer()) {
            Awaitility.await().atMost(SOON).ignoreExceptions().until(() -> {
                send(producer, partition.topic());
                return true;
            });
            assertThat(admin.describeProducers(List.of(partition))
                            .partitionResult(partition)
                            .get()
                            .activeProducers())
                    .as("with a number of its own, so that the broker takes nothing twice")
                    .hasSize(1);

            signal(two, "STOP");
            try {
                assertThatThrownBy(() -> send(producer, partition.topic())).isInstanceOf(ExecutionException.class);
            } finally {
                signal(two, "CONT");
            }
        }
    }

    @Test
    void warnsOfTopicsThatConfirmWhatOneBrokerAloneHas(CapturedOutput output) throws Exception {
        TopicSetup setup = new TopicSetup(clients(), new TopicProperties(1, (short) 2));
        admin.createTopics(Topics.all(1, (short) 2)).all().get();

        Awaitility.await().atMost(SOON).ignoreExceptions().until(() -> setup.prepare() != null);
        assertThat(output.getAll())
                .contains(WARNING + ": min.insync.replicas is below 2 for chat.messages, chat.rooms");

        waitForTwo(Topics.all(1, (short) 2).stream().map(NewTopic::name).toList());
        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            int before = output.getAll().length();
            setup.prepare();
            assertThat(output.getAll().substring(before)).doesNotContain(WARNING, "could not be found out");
        });
    }

    private void waitForTwo(List<String> topics) throws Exception {
        Collection<AlterConfigOp> two =
                List.of(new AlterConfigOp(new ConfigEntry("min.insync.replicas", "2"), AlterConfigOp.OpType.SET));
        admin.incrementalAlterConfigs(topics.stream()
                        .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                        .collect(Collectors.toMap(Function.identity(), _ -> two)))
                .all()
                .get();
    }
}
