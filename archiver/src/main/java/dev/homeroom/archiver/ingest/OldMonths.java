package dev.homeroom.archiver.ingest;

import dev.homeroom.archiver.sql.Sql;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Drops the months of the transcript that are older than it is kept, each with one statement. Nothing brings them back; and
 * nothing is dropped unless a setting says how long to keep.
 */
@Component
class OldMonths {
    private static final Logger log = LoggerFactory.getLogger(OldMonths.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final IngestSettings settings;
    private final ApplicationEventPublisher events;

    OldMonths(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            IngestSettings settings,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.settings = settings;
        this.events = events;
    }

    void drop(LocalDate today) {
        if (settings.keepMonths() > 0) {
            YearMonth first = firstKept(today);
            months().stream()
                    .filter(month -> TimePartitions.monthOf(month).isBefore(first))
                    .forEach(this::drop);
        }
    }

    /** Records that are so old may still come from the log. */
    private YearMonth firstKept(LocalDate today) {
        YearMonth wanted = YearMonth.from(today).minusMonths(settings.keepMonths());
        YearMonth writable =
                YearMonth.from(today.minusDays(settings.clockBehind().toDays()));
        return wanted.isBefore(writable) ? wanted : writable;
    }

    private List<String> months() {
        return jdbc
                .sql("SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'entry'::regclass")
                .query((row, _) -> row.getString("name"))
                .list()
                .stream()
                .filter(TimePartitions::isMonth)
                .sorted()
                .toList();
    }

    private List<UUID> rooms(String table) {
        return jdbc.sql("SELECT DISTINCT room FROM " + table)
                .query((row, _) -> Sql.uuid(row, "room"))
                .list();
    }

    private void drop(String table) {
        transaction.executeWithoutResult(_ -> {
            TimePartitions.lock(jdbc);
            jdbc.sql("LOCK TABLE entry IN ACCESS EXCLUSIVE MODE").update();
            jdbc.sql("""
                            UPDATE room_activity AS x SET entries = x.entries - gone.entries
                            FROM (SELECT room, count(*) AS entries FROM %s GROUP BY room) AS gone
                            WHERE x.room = gone.room
                            """.formatted(table)).update();
            events.publishEvent(new MonthDropped(rooms(table)));
            jdbc.sql("DROP TABLE " + table).update();
        });
        log.info("Dropped what was said in {}.", TimePartitions.monthOf(table));
    }
}
