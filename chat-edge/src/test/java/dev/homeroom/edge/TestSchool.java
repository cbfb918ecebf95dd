package dev.homeroom.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.Author;
import dev.homeroom.contract.Decoded;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.MessageText;
import dev.homeroom.contract.RoomEvent;
import dev.homeroom.contract.RoomEventCodec;
import dev.homeroom.contract.RoomHours;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.RoomMember;
import dev.homeroom.contract.RoomRecord;
import dev.homeroom.contract.RoomRecordCodec;
import dev.homeroom.contract.RoomRole;
import dev.homeroom.contract.RoomState;
import dev.homeroom.contract.SchoolId;
import dev.homeroom.contract.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes to Kafka what an archiver would: a school's rooms and the key that its tokens are signed with. */
final class TestSchool implements AutoCloseable {
    private static final SchoolId SCHOOL = SchoolId.create();

    private final String bootstrapServers;
    private final ECKey key;
    private final Producer<byte[], byte[]> producer;
    private final AtomicLong revision = new AtomicLong();

    TestSchool(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.key = generateKey();
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        write(Topics.KEYS, key.getKeyID(), key.toPublicJWK().toJSONString().getBytes(UTF_8));
    }

    /** A person of this school. */
    record Person(AccountId id, String name, RoomRole role) {
        RoomMember member() {
            return new RoomMember(id, name, role, false, false);
        }
    }

    static Person student(String name) {
        return new Person(AccountId.create(), name, RoomRole.STUDENT);
    }

    static Person teacher(String name) {
        return new Person(AccountId.create(), name, RoomRole.TEACHER);
    }

    RoomId room(String title, Person... people) {
        RoomId id = RoomId.create();
        RoomMember[] members = Arrays.stream(people).map(Person::member).toArray(RoomMember[]::new);
        change(id, title, RoomState.OPEN, members);
        return id;
    }

    void change(RoomId id, String title, RoomState state, RoomMember... members) {
        change(id, title, state, null, null, members);
    }

    void change(
            RoomId id,
            String title,
            RoomState state,
            @Nullable Duration slowMode,
            @Nullable RoomHours hours,
            RoomMember... members) {
        RoomRecord room = new RoomRecord(
                id, SCHOOL, title, state, false, revision.incrementAndGet(), List.of(members), slowMode, hours);
        write(Topics.ROOMS, id.toString(), RoomRecordCodec.encode(room));
    }

    String token(Person person) {
        return token(person, Duration.ofHours(1));
    }

    String token(Person person, Duration valid) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject(person.id().toString())
                .claim("school", SCHOOL.toString())
                .claim("name", person.name())
                .expirationTime(Date.from(Instant.now().plus(valid)))
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
        try {
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes a record and waits for Kafka; answers its offset. */
    long write(String topic, String recordKey, byte @Nullable [] value) {
        return write(new ProducerRecord<>(topic, recordKey.getBytes(UTF_8), value));
    }

    /** Writes a message to the log as an edge would; answers its offset. */
    long post(RoomId room, Person author, String text) {
        RoomEvent posted = new RoomEvent.MessagePosted(
                MessageId.create(),
                room,
                Author.of(author.id()),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                null,
                new MessageText(text),
                null);
        int partition = partitionOf(room);
        byte[] recordKey = room.toString().getBytes(UTF_8);
        return write(new ProducerRecord<>(Topics.MESSAGES, partition, recordKey, RoomEventCodec.encode(posted)));
    }

    int partitionOf(RoomId room) {
        return Topics.partitionOf(room, producer.partitionsFor(Topics.MESSAGES).size());
    }

    long write(ProducerRecord<byte[], byte[]> entry) {
        try {
            return producer.send(entry).get().offset();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The ids of a room's events of this kind, as they stand in the log by now. */
    Set<MessageId> idsOf(Class<? extends RoomEvent> kind, RoomId room) {
        Set<MessageId> ids = new LinkedHashSet<>();
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            int partitions = consumer.partitionsFor(Topics.MESSAGES).size();
            TopicPartition partition = new TopicPartition(Topics.MESSAGES, Topics.partitionOf(room, partitions));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(entry -> {
                    if (RoomEventCodec.decode(entry.value()) instanceof Decoded.Valid<RoomEvent>(var event)
                            && kind.isInstance(event)
                            && event.room().equals(room)) {
                        ids.add(event.id());
                    }
                });
            }
        }
        return ids;
    }

    @Override
    public void close() {
        producer.close();
    }

    private static ECKey generateKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
