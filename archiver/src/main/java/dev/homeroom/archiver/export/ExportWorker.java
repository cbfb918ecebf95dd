package dev.homeroom.archiver.export;

import dev.homeroom.archiver.start.BackgroundThread;
import dev.homeroom.archiver.start.Worker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Writes exports in the background, as many at once as one archiver may. Several archivers share them. */
@Component
class ExportWorker implements Worker {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final ExportRows rows;
    private final ExportRun run;
    private final List<BackgroundThread> threads;

    ExportWorker(ExportRows rows, ExportRun run, ExportSettings settings) {
        this.rows = rows;
        this.run = run;
        threads = IntStream.range(0, settings.atOnce())
                .mapToObj(i -> new BackgroundThread("archiver-exports-" + i))
                .toList();
    }

    @Override
    public void start() {
        threads.forEach(thread -> thread.repeat(BETWEEN_LOOKS, "Exports could not be looked for", this::workOff));
    }

    @Override
    public List<BackgroundThread> threads() {
        return threads;
    }

    private void workOff() {
        rows.deleteExpired();
        rows.giveUp();
        Optional<ExportJob> next = rows.claim();
        while (next.isPresent() && !Thread.currentThread().isInterrupted()) {
            run.run(next.get());
            next = Thread.currentThread().isInterrupted() ? Optional.empty() : rows.claim();
        }
    }
}
