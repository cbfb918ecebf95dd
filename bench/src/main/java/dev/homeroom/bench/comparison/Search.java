package dev.homeroom.bench.comparison;

import dev.homeroom.bench.report.Outcome;
import java.util.Optional;

/**
 * Looks for the highest rate that a contender holds: down by half until one is held, up by a quarter each time until one is not,
 * and then halfway back twice. A rate that is not held is tried once more, since a machine that others share stops now and then.
 */
final class Search {
    private static final double UP = 1.25;
    private static final int BISECTIONS = 2;
    private static final int MOST_RUNGS = 20;

    private final Rung rung;
    private Most best;

    /** Plays at one rate. */
    @FunctionalInterface
    interface Rung {
        /** Empty if not even everybody was let in. */
        Optional<Outcome> play(int messagesPerSecond);
    }

    private Search(String contender, Rung rung) {
        this.rung = rung;
        this.best = new Most(contender, 0, 0, 0, false);
    }

    static Most find(String contender, int from, Rung rung) {
        Search search = new Search(contender, rung);
        search.descend(from);
        search.climb();
        for (int i = 0; i < BISECTIONS && search.isBetween(); i++) {
            int middle = (int) Math.sqrt((double) search.best.messagesPerSecond() * search.best.failedAt());
            search.holds(middle);
        }
        return search.best;
    }

    private boolean isBetween() {
        return best.messagesPerSecond() > 0 && best.failedAt() > best.messagesPerSecond() + 1;
    }

    private void descend(int from) {
        for (int rate = from; rate > 0 && !holds(rate); rate /= 2) {
            // Even that is too much.
        }
    }

    private void climb() {
        int rate = best.messagesPerSecond();
        for (int i = 0; i < MOST_RUNGS && rate > 0 && best.failedAt() == 0; i++) {
            rate = (int) Math.ceil(rate * UP);
            holds(rate);
        }
    }

    private boolean holds(int rate) {
        Optional<Outcome> outcome = rung.play(rate);
        if (outcome.filter(Outcome::isHeld).isEmpty()) {
            outcome = rung.play(rate);
        }
        boolean isHeld = outcome.filter(Outcome::isHeld).isPresent();
        best = isHeld ? held(rate, outcome.get()) : failed(rate, outcome);
        return isHeld;
    }

    private Most held(int rate, Outcome outcome) {
        boolean suspect = best.failedAt() == 0 ? outcome.generator().isSuspect() : best.generatorIsLimit();
        return new Most(best.contender(), outcome.deliveries().perSecond(), rate, best.failedAt(), suspect);
    }

    /** Where it fails, the load generator's state there counts. */
    private Most failed(int rate, Optional<Outcome> outcome) {
        boolean suspect = outcome.filter(one -> one.generator().isSuspect()).isPresent();
        return new Most(best.contender(), best.deliveriesPerSecond(), best.messagesPerSecond(), rate, suspect);
    }
}
