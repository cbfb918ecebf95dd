package dev.homeroom.bench.slowreaders;

import dev.homeroom.bench.pace.Schedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The stages of all repeats, one behind the other. Each is cut into parts of about a second, so that what a moment of noise does
 * can be told from what the stage does.
 */
final class Script {
    private static final List<Stage> STAGES = List.of(Stage.values());

    private final List<Stretch> stretches = new ArrayList<>();
    private final List<Duration> parts = new ArrayList<>();
    private final Schedule schedule;

    /**
     * A stage of one repeat.
     *
     * @param first of its parts in the schedule
     * @param end the part after its last one
     */
    record Stretch(Stage stage, int first, int end) {
        IntStream parts() {
            return IntStream.range(first, end);
        }
    }

    Script(SlowReadersSettings settings) {
        for (int i = 0; i < settings.repeats(); i++) {
            STAGES.forEach(stage -> add(stage, settings.length(stage)));
        }
        schedule = new Schedule(settings.messagesPerSecond(), settings.warmUp(), parts);
    }

    private void add(Stage stage, Duration length) {
        int count = Math.toIntExact(Math.max(1, length.toSeconds()));
        stretches.add(new Stretch(stage, parts.size(), parts.size() + count));
        parts.addAll(Collections.nCopies(count, length.dividedBy(count)));
    }

    Schedule schedule() {
        return schedule;
    }

    List<Stretch> stretches() {
        return stretches;
    }

    Stretch stretch(int repeat, Stage stage) {
        return stretches.get(repeat * STAGES.size() + STAGES.indexOf(stage));
    }
}
