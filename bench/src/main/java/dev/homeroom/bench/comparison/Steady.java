package dev.homeroom.bench.comparison;

import dev.homeroom.api.ApiException;
import dev.homeroom.bench.check.Archive;
import dev.homeroom.bench.classrooms.Classrooms;
import dev.homeroom.bench.classrooms.ClassroomsSettings;
import dev.homeroom.bench.contender.Stage;
import dev.homeroom.bench.contender.Stage.Place;
import dev.homeroom.bench.crowd.EntryFailedException;
import dev.homeroom.bench.report.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A steady load at several rates, and a search for the most that is held. */
public final class Steady implements Bout {
    private final Plan plan;
    private final Consumer<String> progress;
    private final Set<String> contenders = new LinkedHashSet<>();
    private final List<Played> played = new ArrayList<>();
    private final List<Most> mosts = new ArrayList<>();

    private record Played(String contender, int messagesPerSecond, Outcome outcome) {}

    public Steady(Plan plan, Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
    }

    @Override
    public String name() {
        return plan.shape().name();
    }

    @Override
    public int repeats() {
        return plan.repeats();
    }

    @Override
    public void play(String contender, Stage stage, int repeat) throws EntryFailedException, IOException {
        for (int rate : plan.rates()) {
            Place place = open(stage);
            Outcome outcome = play(place, place.archive(), plan.at(rate), stage);
            tell(rate, outcome);
            contenders.add(contender);
            played.add(new Played(contender, rate, outcome));
        }
        if (plan.search() > 0 && repeat == plan.repeats()) {
            mosts.add(Search.find(contender, plan.search(), rate -> climb(stage, rate)));
        }
    }

    /** What is kept is not looked at: it may catch up later. */
    private Optional<Outcome> climb(Stage stage, int rate) {
        try {
            Outcome outcome = play(open(stage), null, plan.rung(rate), stage);
            tell(rate, outcome);
            return Optional.of(outcome);
        } catch (EntryFailedException | IOException | ApiException e) {
            progress.accept("  %,d messages/s: NOT HELD: %s".formatted(rate, e.getMessage()));
            return Optional.empty();
        }
    }

    private Place open(Stage stage) {
        return stage.open(plan.shape().rooms(), plan.shape().members());
    }

    private static Outcome play(Place place, @Nullable Archive archive, ClassroomsSettings settings, Stage stage)
            throws EntryFailedException, IOException {
        return new Classrooms(settings, _ -> {}).play(place.venue(), archive, stage.processes());
    }

    private void tell(int rate, Outcome outcome) {
        progress.accept("  %,d messages/s: %,.0f deliveries/s, p50 %.1f ms, p99 %.1f ms, %s%s"
                .formatted(
                        rate,
                        outcome.deliveries().perSecond(),
                        outcome.deliveries().latencyMs().p50(),
                        outcome.deliveries().latencyMs().p99(),
                        outcome.isHeld() ? "held" : "NOT HELD",
                        outcome.generator().isSuspect() ? ", the load generator may be the limit" : ""));
    }

    @Override
    public SteadyResult result() {
        List<Line> lines = plan.rates().stream()
                .flatMap(rate -> contenders.stream().flatMap(contender -> line(contender, rate).stream()))
                .toList();
        return new SteadyResult(name(), plan, lines, List.copyOf(mosts));
    }

    /** Empty if it has not been played. */
    private Optional<Line> line(String contender, int rate) {
        return Line.of(
                contender,
                rate,
                played.stream()
                        .filter(one -> one.messagesPerSecond() == rate
                                && one.contender().equals(contender))
                        .map(Played::outcome)
                        .toList());
    }
}
