package dev.homeroom.archiver.export;

import static org.awaitility.Awaitility.await;

import dev.homeroom.archiver.OwnArchiver;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A room in which much was said. */
final class LongRoom {
    private LongRoom() {}

    static String create(OwnArchiver archiver) {
        return archiver.as("teacher")
                .post("/api/rooms", Map.of("title", "Long", "members", List.of()))
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    /** As if so many messages had been stored, each of so many characters. */
    static void fill(OwnArchiver archiver, String room, int messages, int length) {
        JdbcClient jdbc = archiver.bean(JdbcClient.class);
        await().until(() -> jdbc.sql("SELECT count(*) FROM topic_generation")
                        .query(Long.class)
                        .single()
                > 0);
        int step = 2_000;
        for (int from = 1; from <= messages; from += step) {
            jdbc.sql("""
                            INSERT INTO entry
                              (room, generation, log_offset, log_partition, id, kind, account, sent_at, text, terms)
                            SELECT :room, (SELECT min(generation) FROM topic_generation), n, 0, gen_random_uuid(), 0,
                              (SELECT id FROM account WHERE username = 'amy'),
                              now() - interval '1 day' + n * interval '1 ms',
                              n || repeat(' 你好 word', :length / 8), ''
                            FROM generate_series(:from, :to) n
                            """)
                    .param("room", UUID.fromString(room))
                    .param("length", length)
                    .param("from", from)
                    .param("to", Math.min(messages, from + step - 1))
                    .update();
        }
        jdbc.sql("""
                        INSERT INTO room_activity (room, first_sent_at, entries)
                        VALUES (:room, now() - interval '2 days', :messages)
                        """)
                .param("room", UUID.fromString(room))
                .param("messages", messages)
                .update();
    }
}
