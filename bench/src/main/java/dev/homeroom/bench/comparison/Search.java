package dev.homeroom.bench.comparison;

import dev.homeroom.bench.crowd.EntryFailedException;
import dev.homeroom.bench.report.Outcome;
import java.io.IOException;

/** Looks for the highest rate that a contender holds: up by a quarter each time until it fails, and then halfway back twice. */
final class Search {
    private static final double STEP = 1.25;
    private static final int BISECTIONS = 2;
    private static final int MOST_RUNGS = 20;

    private final Rung rung;
    private Most best;

    /** Plays at one rate. */
    @FunctionalInterface
    interface Rung {
        Outcome play(int messagesPerSecond) throws EntryFailedException, IOException;
    }

    private Search(String contender, Rung rung) {
        this.rung = rung;
        this.best = new Most(contender, 0, 0, 0, false);
    }

    static Most find(String contender, int from, Rung rung) throws EntryFailedException, IOException {
        Search search = new Search(contender, rung);
        search.climb(from);
        for (int i = 0; i < BISECTIONS && search.best.failedAt() > 0; i++) {
            int middle = (int) Math.sqrt((double) search.best.messagesPerSecond() * search.best.failedAt());
            search.holds(middle);
        }
        return search.best;
    }

    private void climb(int from) throws EntryFailedException, IOException {
        int rate = from;
        for (int i = 0; i < MOST_RUNGS && holds(rate); i++) {
            rate = (int) Math.ceil(rate * STEP);
        }
    }

    private boolean holds(int rate) throws EntryFailedException, IOException {
        if (rate <= best.messagesPerSecond()) {
            return true;
        }
        Outcome outcome = rung.play(rate);
        boolean holds = outcome.isGood();
        best = holds
                ? new Most(
                        best.contender(),
                        outcome.deliveries().perSecond(),
                        rate,
                        best.failedAt(),
                        outcome.generator().isSuspect())
                : new Most(
                        best.contender(),
                        best.deliveriesPerSecond(),
                        best.messagesPerSecond(),
                        rate,
                        outcome.generator().isSuspect());
        return holds;
    }
}
