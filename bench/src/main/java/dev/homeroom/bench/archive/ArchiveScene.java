package dev.homeroom.bench.archive;

import dev.homeroom.bench.comparison.Bout;
import dev.homeroom.bench.contender.Keeping;
import dev.homeroom.bench.contender.Stage;
import dev.homeroom.bench.measure.Meter;
import dev.homeroom.bench.school.School;
import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.RoomId;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * An archiver that was away comes back to a log full of messages, and then a teacher reads and searches. Only with those who keep
 * what is said.
 */
public final class ArchiveScene implements Bout {
    /** As many as an archiver has consumers. */
    private static final int STREAMS = 2;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration STANDSTILL = Duration.ofMinutes(2);
    private static final Duration LOG_KEEPS = Duration.ofDays(7);
    private static final Duration MARGIN = Duration.ofHours(12);

    private final Settings settings;
    private final Path folder;
    private final Consumer<String> progress;
    private final List<ArchiveResult.Line> lines = new ArrayList<>();

    /**
     * How big it is.
     *
     * @param rooms of which one has a tenth of the messages; at least 2
     * @param members of each room
     * @param questions how often each is asked
     */
    public record Settings(int messages, int rooms, int members, int questions) {}

    /** @param folder for rows that are copied */
    public ArchiveScene(Settings settings, Path folder, Consumer<String> progress) {
        this.settings = settings;
        this.folder = folder;
        this.progress = progress;
    }

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public int repeats() {
        return 1;
    }

    @Override
    public boolean isFor(String contender) {
        return contender.startsWith("homeroom");
    }

    @Override
    public void play(String contender, Stage stage, int repeat) throws IOException {
        Keeping keeping = stage.keeping().orElseThrow(() -> new IllegalArgumentException(contender + " keeps nothing"));
        School school = keeping.found(settings.rooms(), settings.members());
        Talk talk = talk(school);
        keeping.stopArchiver();
        progress.accept("  writing %,d messages to the log".formatted(settings.messages()));
        LogFiller.fill(keeping.kafka(), talk);
        progress.accept("  catching up");
        CaughtUp caughtUp = catchUp(keeping, stage);
        progress.accept("  caught up at %,.0f rows/s; asking".formatted(caughtUp.rowsPerSecond()));
        List<Questions.Answered> answered = new Questions(school.teacher(), talk, settings.questions()).ask();
        progress.accept("  copying");
        keeping.stopArchiver();
        lines.add(new ArchiveResult.Line(
                contender,
                caughtUp.rowsPerSecond(),
                copiedPerSecond(keeping),
                caughtUp.archiverMicros(),
                caughtUp.postgresMicros(),
                answered));
    }

    private Talk talk(School school) {
        Duration span = LOG_KEEPS.minus(MARGIN.multipliedBy(2));
        Instant begin = Instant.now().minus(LOG_KEEPS).plus(MARGIN).truncatedTo(ChronoUnit.MILLIS);
        return new Talk(
                school.rooms().stream()
                        .map(room -> new RoomId(UUID.fromString(room)))
                        .toList(),
                school.people().stream()
                        .map(person -> new AccountId(UUID.fromString(person)))
                        .toList(),
                settings.messages(),
                begin,
                span);
    }

    private record CaughtUp(double rowsPerSecond, double archiverMicros, double postgresMicros) {
        static CaughtUp of(long records, Meter.Costs costs) {
            return new CaughtUp(
                    records / (costs.wall().toNanos() / 1e9),
                    micros(costs, "archiver") / records,
                    micros(costs, "postgres") / records);
        }
    }

    /**
     * Measured from when the first rows are stored: how long a start takes is another question. Where they are so few that all
     * are stored by the first look, the start is part of it.
     */
    private CaughtUp catchUp(Keeping keeping, Stage stage) throws IOException {
        try (Backlog backlog = new Backlog(keeping.kafka())) {
            long all = backlog.size();
            keeping.startArchiver();
            Meter fromStart = Meter.start(stage.processes(), List::of);
            long first = awaitLess(backlog, all);
            CaughtUp caughtUp = first == 0
                    ? CaughtUp.of(all, fromStart.stop())
                    : catchUp(backlog, first, Meter.start(stage.processes(), List::of));
            keeping.awaitArchiver();
            return caughtUp;
        }
    }

    private static CaughtUp catchUp(Backlog backlog, long records, Meter meter) throws IOException {
        for (long left = records; left > 0; ) {
            left = awaitLess(backlog, left);
        }
        return CaughtUp.of(records, meter.stop());
    }

    /** @throws IOException if nothing is stored for a long time */
    private static long awaitLess(Backlog backlog, long than) throws IOException {
        long deadline = System.nanoTime() + STANDSTILL.toNanos();
        long left = backlog.size();
        while (left >= than) {
            if (System.nanoTime() > deadline) {
                throw new IOException("the archiver stores nothing any more; " + left + " records are left");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            left = backlog.size();
        }
        return left;
    }

    private static double micros(Meter.Costs costs, String process) {
        return costs.server().stream()
                .filter(use -> use.name().equals(process))
                .mapToDouble(use -> use.time().toNanos() / 1e3)
                .sum();
    }

    private double copiedPerSecond(Keeping keeping) throws IOException {
        try {
            PlainCopy.Copied copied = new PlainCopy(keeping.database(), STREAMS).measure(folder);
            if (copied.rows() < settings.messages()) {
                throw new IOException("only " + copied.rows() + " rows were stored");
            }
            return copied.rows() / (copied.time().toNanos() / 1e9);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    @Override
    public ArchiveResult result() {
        return new ArchiveResult(name(), settings, List.copyOf(lines));
    }
}
