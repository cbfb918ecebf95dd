package dev.homeroom.archiver.export;

import dev.homeroom.archiver.account.Credentials;
import dev.homeroom.archiver.account.Credentials.Credential;
import dev.homeroom.archiver.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Writes one export that this archiver has claimed.
 *
 * <p>Where Postgres refuses something, be it that its disk is full, or does not answer, the attempt counts, and the next one comes
 * after a pause. An archiver that stops puts the export back, which does not count.
 *
 * <p>A second thread says every second that it is alive and how far it is. Where the database is away for longer than the
 * lease, another archiver takes over; this one finds out with the next thing that it wants to keep, and ends.
 */
@Component
class ExportRun {
    private static final Logger log = LoggerFactory.getLogger(ExportRun.class);
    private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(1);

    private final ExportRows rows;
    private final Orders orders;
    private final Exporter exporter;
    private final Credentials credentials;
    private final ExportSettings settings;

    ExportRun(ExportRows rows, Orders orders, Exporter exporter, Credentials credentials, ExportSettings settings) {
        this.rows = rows;
        this.orders = orders;
        this.exporter = exporter;
        this.credentials = credentials;
        this.settings = settings;
    }

    void run(ExportJob job) {
        AtomicLong done = new AtomicLong();
        Thread signs = Thread.ofVirtual().name("archiver-export-signs").start(() -> giveSigns(job, done));
        try {
            write(job, done);
        } catch (EndedRunException e) {
            ended(job, e.problem());
        } catch (ProblemException e) {
            ended(job, slug(e));
        } catch (DataAccessException e) {
            log.warn("An export is to be tried again later. {}", e.getMessage());
            postpone(job);
        } catch (RuntimeException e) {
            log.error("An export failed", e);
            ended(job, "internal-error");
        } finally {
            signs.interrupt();
        }
    }

    private void write(ExportJob job, AtomicLong done) {
        rows.deletePartsOfOthers(job);
        Order order = credentials
                .of(job.account())
                .filter(Credential::active)
                .map(credential -> orders.of(credential.caller(), job.request()))
                .orElseThrow(() -> ProblemException.notFound("account"));
        Names names = exporter.names(order);
        if (!rows.begin(job, order, exporter.size(order))) {
            throw EndedRunException.lost();
        }
        PartsOutput out = new PartsOutput(rows, job, settings);
        exporter.write(order, names, out, entries -> {
            done.addAndGet(entries);
            if (Thread.currentThread().isInterrupted()) {
                throw EndedRunException.lost();
            }
        });
        out.finish();
        if (!rows.finish(job, exporter.fileName(order, names), done.get(), out.size())) {
            throw EndedRunException.lost();
        }
    }

    private void giveSigns(ExportJob job, AtomicLong done) {
        try {
            boolean own = true;
            while (own) {
                Thread.sleep(BETWEEN_SIGNS);
                own = giveSign(job, done.get());
            }
        } catch (InterruptedException _) {
            log.debug("The export has ended");
        }
    }

    private boolean giveSign(ExportJob job, long done) {
        try {
            return rows.renew(job, done);
        } catch (DataAccessException e) {
            log.debug("No sign of life could be given", e);
            return true;
        }
    }

    private void postpone(ExportJob job) {
        if (Thread.currentThread().isInterrupted()) {
            putBack(job);
            return;
        }
        try {
            rows.postpone(job);
        } catch (DataAccessException e) {
            log.debug("An export is left to its lease", e);
        }
    }

    /** An archiver that stops leaves the export to others. */
    private void ended(ExportJob job, @Nullable String problem) {
        if (Thread.currentThread().isInterrupted()) {
            putBack(job);
        } else if (problem != null) {
            rows.fail(job, problem);
        }
    }

    /** Where this fails too, the lease runs out. */
    private void putBack(ExportJob job) {
        boolean interrupted = Thread.interrupted();
        try {
            rows.putBack(job);
        } catch (DataAccessException e) {
            log.debug("An export is left to its lease", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static String slug(ProblemException e) {
        String type = String.valueOf(e.getMessage());
        return type.substring(type.lastIndexOf('/') + 1);
    }
}
