package dev.homeroom.faults.check;

import dev.homeroom.api.Api;
import dev.homeroom.api.ApiException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Counts what does not fit: what every client saw and was told, against the log, and the transcripts against the log.
 *
 * <p>It believes the log alone. It knows nothing of how edges and archivers work.
 */
public final class Checker {
    private final Log log;
    private final Findings findings;
    private final Duration patience;

    /** @param patience how long transcripts may take to be as long as the log */
    public Checker(Log log, Findings findings, Duration patience) {
        this.log = log;
        this.findings = findings;
        this.patience = patience;
    }

    /**
     * Holds the diary against the log.
     *
     * @param accounts of the clients, by number
     * @param teacher who reads the transcripts
     * @param rooms their ids
     */
    public Tally check(Path diary, List<String> accounts, Api teacher, List<String> rooms)
            throws IOException, InterruptedException {
        Diary seen = new Diary(log, findings);
        seen.read(diary);
        seen.end(accounts);
        rooms.forEach(
                room -> log.room(room).doubles().forEach(twice -> findings.add(Count.KEPT_TWICE, room + ": " + twice)));
        Set<String> archived = archived(teacher, rooms);
        seen.acked().forEach(acked -> check(acked, archived));
        log.poison().stream()
                .filter(spot -> !log.isDeadLetter(spot))
                .forEach(spot -> findings.add(Count.POISON_LOST, spot.toString()));
        return seen.tally();
    }

    private Set<String> archived(Api teacher, List<String> rooms) throws InterruptedException {
        Transcripts transcripts = new Transcripts(teacher);
        Set<String> archived = new HashSet<>();
        long deadlineNanos = System.nanoTime() + patience.toNanos();
        for (String room : rooms) {
            transcripts.awaitComplete(room, log.room(room), deadlineNanos);
            try {
                archived.addAll(transcripts.check(room, log.room(room), findings));
            } catch (ApiException e) {
                findings.add(Count.TRANSCRIPT_DIFFERS, room + " cannot be read: " + e.getMessage());
            }
        }
        return archived;
    }

    private void check(Diary.Acked acked, Set<String> archived) {
        if (log.room(acked.room()).indexOf(acked.id()).isEmpty()) {
            findings.add(Count.ACKED_BUT_NOT_ON_LOG, acked.toString());
        } else if (!archived.contains(acked.id())) {
            findings.add(Count.ACKED_BUT_LOST, acked.toString());
        }
        // An edge that has not noticed a new topic yet names the old one, where nobody can go.
        if (log.room(acked.room()).hasElsewhere(acked.id(), acked.spot())) {
            findings.add(Count.SHOWN_FALSELY, "acked: " + acked);
        }
    }
}
