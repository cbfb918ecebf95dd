package dev.homeroom.archiver.ingest;

import dev.homeroom.archiver.start.BackgroundThread;
import dev.homeroom.archiver.start.Preparation;
import dev.homeroom.archiver.start.Worker;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a partition of the transcript's table for each month, ahead of time, so that retention can drop a month at once.
 * Rows that have gone to the default partition meanwhile are moved, also those of earlier months, which come late: what counts for
 * a record is when it was written, and not when it is stored.
 */
@Component
@Order(0)
class TimePartitions implements Preparation, Worker {
    private static final Logger log = LoggerFactory.getLogger(TimePartitions.class);
    private static final long LOCK = 0x6d6f6e746873L;
    private static final Pattern NAME = Pattern.compile("entry_(\\d{4})_(\\d{2})");
    private static final Duration BETWEEN_LOOKS = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final IngestSettings settings;
    private final OldMonths oldMonths;
    private final Clock clock = Clock.systemUTC();

    private final BackgroundThread thread = new BackgroundThread("archiver-time-partitions");

    TimePartitions(JdbcClient jdbc, TransactionTemplate transaction, IngestSettings settings, OldMonths oldMonths) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.settings = settings;
        this.oldMonths = oldMonths;
    }

    @Override
    public void prepare() {
        LocalDate today = LocalDate.now(clock);
        YearMonth last = YearMonth.from(today).plusMonths(settings.partitionsAhead());
        YearMonth month = YearMonth.from(today.minusDays(settings.clockBehind().toDays()));
        strayBefore(month).forEach(this::ensure);
        for (; !month.isAfter(last); month = month.plusMonths(1)) {
            ensure(month);
        }
    }

    /** Retention drops months; it would never look at what is in none. */
    private List<YearMonth> strayBefore(YearMonth month) {
        return jdbc.sql(
                        "SELECT DISTINCT date_trunc('month', sent_at, 'UTC') AS month FROM entry_default WHERE sent_at < ?")
                .param(startOf(month))
                .query((row, _) -> YearMonth.from(
                        row.getObject("month", OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC)))
                .list();
    }

    /** Also for a month whose rows went to the default partition, as those of a wrong clock may. */
    void ensure(YearMonth month) {
        transaction.executeWithoutResult(_ -> {
            lock(jdbc);
            if (!exists(nameOf(month))) {
                create(month);
            }
        });
    }

    /** Lets one archiver at a time make and drop months, until the transaction ends. */
    static void lock(JdbcClient jdbc) {
        jdbc.sql("SELECT pg_advisory_xact_lock(?)").param(LOCK).query().singleRow();
    }

    private boolean exists(String table) {
        return jdbc.sql("SELECT to_regclass(?) IS NOT NULL")
                .param(table)
                .query(Boolean.class)
                .single();
    }

    private void create(YearMonth month) {
        String table = nameOf(month);
        String from = timeOf(month);
        String to = timeOf(month.plusMonths(1));
        jdbc.sql("CREATE TABLE %s (LIKE entry INCLUDING DEFAULTS)".formatted(table))
                .update();
        jdbc.sql("""
                        WITH moved AS (
                          DELETE FROM entry_default WHERE sent_at >= '%s' AND sent_at < '%s' RETURNING *
                        ) INSERT INTO %s SELECT * FROM moved
                        """.formatted(from, to, table)).update();
        jdbc.sql("ALTER TABLE entry ATTACH PARTITION %s FOR VALUES FROM ('%s') TO ('%s')".formatted(table, from, to))
                .update();
        log.info("Prepared the transcript's table for {}.", month);
    }

    static boolean isMonth(String table) {
        return NAME.matcher(table).matches();
    }

    static YearMonth monthOf(String table) {
        Matcher name = NAME.matcher(table);
        if (!name.matches()) {
            throw new IllegalArgumentException(table + " is no month's table");
        }
        return YearMonth.of(Integer.parseInt(name.group(1)), Integer.parseInt(name.group(2)));
    }

    private static String nameOf(YearMonth month) {
        return String.format(Locale.ROOT, "entry_%04d_%02d", month.getYear(), month.getMonthValue());
    }

    private static String timeOf(YearMonth month) {
        return startOf(month).toInstant().toString();
    }

    private static OffsetDateTime startOf(YearMonth month) {
        return month.atDay(1).atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    @Override
    public void start() {
        thread.repeat(BETWEEN_LOOKS, "Months could not be prepared or dropped", this::keepUp);
    }

    @Override
    public List<BackgroundThread> threads() {
        return List.of(thread);
    }

    private void keepUp() {
        prepare();
        oldMonths.drop(LocalDate.now(clock));
    }
}
