package dev.homeroom.archiver.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.archiver.RunningArchiver;
import dev.homeroom.archiver.ingest.EntryKind;
import dev.homeroom.archiver.words.TermVector;
import dev.homeroom.archiver.words.Wanted;
import dev.homeroom.contract.RoomId;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Pages of what several people wrote, and of words, in a room of some size: the same as if each entry were looked at. */
class FilteredPagesIntegrationTests extends RunningArchiver {
    private static final int ENTRIES = 12_000;
    private static final int PEOPLE = 40;
    private static final Wanted WORD = Wanted.in("apple").orElseThrow();

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private JdbcClient client;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Entries entries;

    @Autowired
    private WholeTranscript transcript;

    private final Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(10, ChronoUnit.DAYS);
    private final List<UUID> people =
            IntStream.range(0, PEOPLE).mapToObj(_ -> UUID.randomUUID()).toList();

    private RoomId room;
    private List<Said> all;

    private record Said(UUID id, UUID account, Instant sentAt, long offset, boolean message, String text) {}

    /** Of the first people much, of the last ones little, and of the very last one something at both ends alone. */
    @BeforeEach
    void fill() {
        room = RoomId.parse(as("teacher")
                .post("/api/rooms", Map.of("title", "Long", "members", List.of()))
                .expect(201)
                .json()
                .path("id")
                .asString());
        Random random = new Random(7);
        all = IntStream.range(0, ENTRIES)
                .mapToObj(i -> {
                    boolean end = i == 0 || i == ENTRIES - 1;
                    int who = end ? PEOPLE - 1 : (int) (Math.pow(random.nextDouble(), 3) * (PEOPLE - 1));
                    String text = (random.nextInt(3) == 0 ? "an apple " : "a pear ") + i;
                    return new Said(
                            UUID.randomUUID(),
                            people.get(who),
                            start.plusSeconds(i * 30L),
                            1_000 + 2L * i,
                            random.nextInt(20) > 0,
                            text);
                })
                .toList();
        jdbc.batchUpdate("""
                INSERT INTO entry (room, generation, log_offset, log_partition, id, kind, account, sent_at, text, terms)
                VALUES (?, (SELECT min(generation) FROM topic_generation), ?, 0, ?, ?, ?, ?, ?, ?::tsvector)
                """, all, 1_000, (statement, said) -> {
            statement.setObject(1, room.value());
            statement.setLong(2, said.offset());
            statement.setObject(3, said.id());
            statement.setInt(4, said.message() ? 0 : 1);
            statement.setObject(5, said.account());
            statement.setObject(6, said.sentAt().atOffset(ZoneOffset.UTC));
            statement.setObject(7, said.message() ? said.text() : null, Types.VARCHAR);
            statement.setObject(
                    8,
                    said.message() ? TermVector.of(room.value(), said.account(), said.sentAt(), said.text()) : null,
                    Types.VARCHAR);
        });
        client.sql("INSERT INTO room_activity (room, first_sent_at, entries) VALUES (?, ?, ?)")
                .params(room.value(), start.atOffset(ZoneOffset.UTC), ENTRIES)
                .update();
        client.sql("ANALYZE entry").update();
        // Some are of concern.
        all.stream()
                .filter(said -> said.message() && said.offset() % 20 == 0)
                .forEach(said -> client.sql("""
                                INSERT INTO concern (id, school, room, message, sent_at, account, flagged)
                                SELECT gen_random_uuid(), school, id, ?, ?, ?, true FROM room WHERE id = ?
                                """)
                        .params(said.id(), said.sentAt().atOffset(ZoneOffset.UTC), said.account(), room.value())
                        .update());
    }

    private static EntryFilter by(Set<UUID> accounts) {
        return new EntryFilter(accounts, null, null, null, null, null, false);
    }

    private Stream<EntryFilter> filters() {
        Set<UUID> busy = Set.copyOf(people.subList(0, PEOPLE / 2));
        Set<UUID> quiet = Set.copyOf(people.subList(PEOPLE - 4, PEOPLE));
        Instant from = start.plusSeconds(30L * 3_000);
        Instant to = start.plusSeconds(30L * 9_000);
        UUID reader = people.getFirst();
        return Stream.of(
                EntryFilter.ALL,
                by(busy),
                by(quiet),
                by(new HashSet<>(people)),
                by(Set.of(people.getFirst())),
                by(Set.of(people.getLast(), UUID.randomUUID())),
                by(Set.of(new UUID(0, 1), new UUID(0, 2))),
                new EntryFilter(busy, from, to, null, EntryKind.MESSAGE, null, false),
                new EntryFilter(busy, from, to, WORD, null, null, false),
                new EntryFilter(quiet, null, null, WORD, null, null, false),
                new EntryFilter(null, null, null, WORD, null, null, false),
                new EntryFilter(null, from, to, null, null, reader, false),
                new EntryFilter(busy, null, null, WORD, null, reader, false),
                new EntryFilter(null, null, null, null, EntryKind.ENTERED, null, false));
    }

    private List<UUID> naive(EntryFilter filter) {
        return all.stream().filter(passes(filter)).map(Said::id).toList();
    }

    private static Predicate<Said> passes(EntryFilter filter) {
        return said -> (filter.accounts() == null || filter.accounts().contains(said.account()))
                && (filter.from() == null || !said.sentAt().isBefore(filter.from()))
                && (filter.to() == null || said.sentAt().isBefore(filter.to()))
                && (filter.words() == null || (said.message() && said.text().contains("apple")))
                && (filter.kind() == null || (filter.kind() == EntryKind.MESSAGE) == said.message())
                && (filter.concernsFor() == null
                        || (said.message()
                                && said.offset() % 20 == 0
                                && !said.account().equals(filter.concernsFor())));
    }

    @Test
    void readsTheWholeAsIfEachEntryWereLookedAt() {
        filters().forEach(filter -> {
            List<UUID> found = new ArrayList<>();
            transcript.forEachPage(
                    room, filter, page -> page.stream().map(Entry::id).forEach(found::add));
            assertThat(found).as(filter.toString()).containsExactlyElementsOf(naive(filter));
        });
    }

    @Test
    void readsPagesFromBothEndsAsIfEachEntryWereLookedAt() {
        filters().forEach(filter -> {
            List<UUID> wanted = naive(filter);
            for (int limit : List.of(1, 101, 501)) {
                int fit = Math.min(limit, wanted.size());
                assertThat(ids(filter, new Span.Newest(), limit))
                        .as("newest of " + filter)
                        .isEqualTo(wanted.subList(wanted.size() - fit, wanted.size()));
                assertThat(ids(filter, new Span.From(new LogPlace(0, 0)), limit))
                        .as("oldest of " + filter)
                        .isEqualTo(wanted.subList(0, fit));
            }
        });
    }

    private List<UUID> ids(EntryFilter filter, Span span, int limit) {
        return entries.page(room, filter, span, limit).stream().map(Entry::id).toList();
    }

    @Test
    void readsFewMoreEntriesThanTheGroupOfAPageHasBehindIt() {
        Set<UUID> group = new HashSet<>(people);
        assertThat(rowsRead(() -> entries.page(room, by(group), new Span.Newest(), 101)))
                .isLessThan(600);
    }

    @Test
    void readsEachEntryOfARoomHardlyMoreThanOnceForAnExport() {
        for (EntryFilter filter :
                List.of(by(new HashSet<>(people)), new EntryFilter(null, null, null, WORD, null, null, false))) {
            assertThat(rowsRead(() -> transcript.forEachPage(room, filter, _ -> {})))
                    .as(filter.toString())
                    .isLessThan(3 * ENTRIES);
        }
    }

    /** Of the transcript, by one transaction. */
    private long rowsRead(Runnable reading) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            long before = rowsReadSoFar();
            reading.run();
            return rowsReadSoFar() - before;
        }));
    }

    private long rowsReadSoFar() {
        return client.sql("""
                        SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::bigint FROM pg_stat_xact_user_tables
                        WHERE relname LIKE 'entry%'
                        """).query(Long.class).single();
    }
}
