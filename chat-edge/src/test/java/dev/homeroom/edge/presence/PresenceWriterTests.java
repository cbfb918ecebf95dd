package dev.homeroom.edge.presence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.EdgeId;
import dev.homeroom.contract.PresenceRecord;
import dev.homeroom.contract.RoomId;
import dev.homeroom.edge.log.MessageLog;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class PresenceWriterTests {
    private static final EdgeId SELF = new EdgeId("edge-1");

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final PresenceWriter writer = new PresenceWriter(producer, new MessageLog(UUID.randomUUID(), 1, 1), SELF);
    private final AtomicInteger failed = new AtomicInteger();

    @Test
    void asksForAListToBeWrittenAgainThatKafkaHasNotConfirmed() {
        write(new TimeoutException("away"));
        assertThat(failed).hasValue(1);
    }

    @Test
    void doesNotGoOnWritingAListThatIsTooLarge() {
        write(new RecordTooLargeException("too large"));
        assertThat(failed).hasValue(0);
    }

    private void write(RuntimeException failure) {
        PresenceRecord list = new PresenceRecord(RoomId.create(), SELF, 1, List.of(), Instant.now());
        writer.write(list, failed::incrementAndGet);
        assertThat(producer.errorNext(failure)).isTrue();
    }
}
