package dev.homeroom.edge.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homeroom.contract.Decoded;
import dev.homeroom.contract.EdgeId;
import dev.homeroom.contract.RoomEvent;
import dev.homeroom.contract.RoomEventCodec;
import dev.homeroom.contract.RoomId;
import dev.homeroom.edge.log.MessageLog;
import dev.homeroom.edge.presence.PresenceWriter;
import dev.homeroom.edge.publish.Publisher;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class HeraldTests {
    private static final EdgeId SELF = new EdgeId("edge-1");

    private final Interrupting producer = new Interrupting();
    private final MessageLog log = new MessageLog(UUID.randomUUID(), 1, 1);
    private final Herald herald =
            new Herald(new Publisher(producer, log, SELF), new PresenceWriter(producer, log, SELF));
    private final PartitionFeed feed = TestFeed.of(0);
    private final RoomId history = RoomId.create();

    /** A producer in which something happens just before it takes the first record. */
    private static final class Interrupting extends MockProducer<byte[], byte[]> {
        private Runnable meanwhile = () -> {};

        Interrupting() {
            super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> entry, Callback callback) {
            Runnable now = meanwhile;
            meanwhile = () -> {};
            now.run();
            return super.send(entry, callback);
        }
    }

    @Test
    void saysWhoCameAndWentInTheirOrderWhoeverSaysIt() {
        Subscription amy = TestFeed.join(feed, history, new Listener());
        producer.meanwhile = () -> {
            feed.depart(history, amy.author());
            herald.say(feed);
        };

        herald.say(feed);

        assertThat(said()).containsExactly("Entered", "Left");
    }

    @Test
    void leavesWhatIsRefusedForAnotherTime() {
        TestFeed.join(feed, history, new Listener());
        producer.meanwhile = () -> {
            throw new KafkaException("the buffer is full");
        };

        herald.say(feed);
        assertThat(said()).isEmpty();

        herald.say(feed);
        assertThat(said()).containsExactly("Entered");
    }

    @Test
    void goesOnAfterAFailureThatNobodyExpects() {
        Subscription amy = TestFeed.join(feed, history, new Listener());
        producer.meanwhile = () -> {
            throw new IllegalArgumentException("a bug");
        };

        assertThatThrownBy(() -> herald.say(feed)).isInstanceOf(IllegalArgumentException.class);
        feed.depart(history, amy.author());
        herald.say(feed);

        assertThat(said()).containsExactly("Left");
    }

    private List<String> said() {
        return producer.history().stream()
                .map(entry -> RoomEventCodec.decode(entry.value()))
                .map(HeraldTests::kind)
                .toList();
    }

    private static String kind(Decoded<RoomEvent> decoded) {
        return decoded instanceof Decoded.Valid<RoomEvent>(var event)
                ? event.getClass().getSimpleName()
                : decoded.toString();
    }
}
