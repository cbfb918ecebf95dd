package dev.homeroom.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaIntegrationTests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void keepsItsRecordsAcrossRestarts() throws Exception {
        try (LocalKafka kafka = LocalKafka.start(KafkaSettings.in(folder)).orThrow()) {
            createTopic(kafka, "notes");
            write(kafka, "notes", "written before");
        }
        try (LocalKafka kafka = LocalKafka.start(KafkaSettings.in(folder)).orThrow()) {
            assertThat(readOne(kafka, "notes")).isEqualTo("written before");
        }
    }

    @Test
    void keepsItsRecordsWhenItIsKilled() throws Exception {
        try (LocalKafka kafka = LocalKafka.start(KafkaSettings.in(folder)).orThrow()) {
            createTopic(kafka, "notes");
            write(kafka, "notes", "written before");
            ProcessHandle.of(kafka.pid()).orElseThrow().destroyForcibly();
            assertThat(kafka.ended().get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isNotZero();
        }
        try (LocalKafka kafka = LocalKafka.start(KafkaSettings.in(folder)).orThrow()) {
            assertThat(readOne(kafka, "notes")).isEqualTo("written before");
        }
    }

    @Test
    void createsNoTopicThatIsOnlyUsed() {
        try (LocalKafka kafka = LocalKafka.start(KafkaSettings.in(folder)).orThrow();
                Admin admin = Admin.create(clientOf(kafka))) {
            assertThatThrownBy(() -> admin.describeTopics(List.of("stray"))
                            .allTopicNames()
                            .get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    @Test
    void saysThatItsPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Start<LocalKafka> start = LocalKafka.start(KafkaSettings.in(folder).withPort(taken.getLocalPort()));
            assertThat(start).isEqualTo(new Start.PortTaken<LocalKafka>(taken.getLocalPort()));
        }
    }

    @Test
    void failsWithItsLogWhereThePropertiesAreWrong() {
        Start<LocalKafka> start = LocalKafka.start(KafkaSettings.in(folder).with("num.io.threads", "none"));
        assertThat(start)
                .isInstanceOfSatisfying(
                        Start.Failed.class,
                        failed -> assertThat(LogTail.of(failed.log())).contains("num.io.threads"));
    }

    @Test
    void formsOneClusterOfThree() throws Exception {
        Map<Integer, Integer> controllers = Map.of(1, Ports.free(), 2, Ports.free(), 3, Ports.free());
        String cluster = ClusterIds.random();
        List<CompletableFuture<Start<LocalKafka>>> starts = List.of(1, 2, 3).stream()
                .map(node -> KafkaSettings.in(folder.resolve("node-" + node))
                        .withHeapMegabytes(192)
                        .withQuorum(new Quorum(cluster, node, controllers)))
                .map(settings -> CompletableFuture.supplyAsync(() -> LocalKafka.start(settings)))
                .toList();
        List<LocalKafka> brokers =
                starts.stream().map(start -> start.join().orThrow()).toList();
        try (Admin admin = Admin.create(clientOf(brokers.getFirst()))) {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(admin.describeCluster().nodes().get()).hasSize(3));
        } finally {
            brokers.parallelStream().forEach(LocalKafka::close);
        }
    }

    private static void createTopic(LocalKafka kafka, String topic) throws Exception {
        try (Admin admin = Admin.create(clientOf(kafka))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    private static void write(LocalKafka kafka, String topic, String value) throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(clientOf(kafka), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get();
        }
    }

    private static String readOne(LocalKafka kafka, String topic) {
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(clientOf(kafka), new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            for (ConsumerRecord<String, String> each : consumer.poll(PATIENCE)) {
                return each.value();
            }
            throw new AssertionError("nothing was kept");
        }
    }

    private static Properties clientOf(LocalKafka kafka) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", kafka.bootstrapServers());
        return properties;
    }
}
