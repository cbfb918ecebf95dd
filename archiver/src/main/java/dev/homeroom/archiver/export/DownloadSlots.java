package dev.homeroom.archiver.export;

import dev.homeroom.archiver.problem.Problem;
import dev.homeroom.archiver.problem.ProblemException;
import dev.homeroom.contract.AccountId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Lets a few people download transcripts at the same time, in the order in which they come, and each of them a few files. */
@Component
class DownloadSlots {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final DownloadSettings settings;
    private final Semaphore slots;
    private final Map<AccountId, Integer> ofPerson = new ConcurrentHashMap<>();

    DownloadSlots(DownloadSettings settings) {
        this.settings = settings;
        slots = new Semaphore(settings.atOnce(), true);
    }

    /** @throws ProblemException if there is no slot, before anything has been done */
    void during(AccountId person, Runnable download) {
        try {
            if (ofPerson.merge(person, 1, Integer::sum) > settings.perPerson()) {
                throw refusal(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-downloads",
                        "You have " + settings.perPerson() + " downloads under way. Wait for one, or order an export.");
            }
            inSlot(download);
        } finally {
            ofPerson.computeIfPresent(person, (_, count) -> count == 1 ? null : count - 1);
        }
    }

    private void inSlot(Runnable download) {
        if (!acquire()) {
            throw refusal(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "downloads-busy",
                    "Many files are downloaded at the moment. Try again soon, or order an export.");
        }
        try {
            download.run();
        } finally {
            slots.release();
        }
    }

    private boolean acquire() {
        try {
            return slots.tryAcquire(settings.longestWait().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static ProblemException refusal(HttpStatus status, String slug, String detail) {
        return new ProblemException(Problem.of(status, slug, detail), SOON);
    }
}
