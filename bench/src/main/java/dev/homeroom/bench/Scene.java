package dev.homeroom.bench;

import dev.homeroom.bench.classrooms.Classrooms;
import dev.homeroom.bench.classrooms.ClassroomsSettings;
import dev.homeroom.bench.crowd.EntryFailedException;
import dev.homeroom.bench.measure.ServerProcesses;
import dev.homeroom.bench.report.Json;
import dev.homeroom.bench.report.Outcome;
import dev.homeroom.bench.report.SlowReadersOutcome;
import dev.homeroom.bench.report.Table;
import dev.homeroom.bench.school.Founder;
import dev.homeroom.bench.school.School;
import dev.homeroom.bench.slowreaders.SlowReaders;
import dev.homeroom.bench.slowreaders.SlowReadersSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/** What can be played. */
sealed interface Scene {
    /** The options that every scene has. */
    Set<String> COMMON = Set.of("rooms", "members", "rate", "warm-up", "patience", "length", "threads");

    /**
     * The outcome.
     *
     * @param table for people
     * @param json for programs
     */
    record Report(String table, String json, boolean isGood) {}

    /** @param progress told what goes on, line by line */
    Report play(Founder founder, ServerProcesses server, Consumer<String> progress)
            throws EntryFailedException, IOException;

    /** Many classes at once. */
    record ManyClasses(ClassroomsSettings settings) implements Scene {
        static final String NAME = "classrooms";
        static final Set<String> OPTIONS = Set.of("seconds");

        static ManyClasses of(Arguments arguments) {
            return new ManyClasses(new ClassroomsSettings(
                    arguments.positive("rooms", 100),
                    arguments.positive("members", 30),
                    arguments.positive("rate", 1_000),
                    arguments.seconds("warm-up", 20),
                    arguments.seconds("seconds", 30),
                    arguments.seconds("patience", 6),
                    arguments.positive("length", 80),
                    arguments.positive("threads", 1)));
        }

        @Override
        public Report play(Founder founder, ServerProcesses server, Consumer<String> progress)
                throws EntryFailedException, IOException {
            School school = founder.found(settings.rooms(), settings.members());
            Outcome outcome = new Classrooms(settings, progress).play(school, school.transcripts(), server);
            return new Report(Table.of(outcome), Json.of(outcome), outcome.isGood());
        }
    }

    /** Some stop reading. */
    record SomeStopReading(SlowReadersSettings settings) implements Scene {
        static final String NAME = "slow-readers";
        private static final Duration PAUSE = Duration.ofSeconds(2);
        static final Set<String> OPTIONS = Set.of("slow", "stall", "back", "repeats", "receive-buffer");

        static SomeStopReading of(Arguments arguments) {
            return new SomeStopReading(new SlowReadersSettings(
                    arguments.positive("rooms", 2),
                    arguments.positive("members", 50),
                    arguments.positive("slow", 5),
                    arguments.positive("rate", 400),
                    arguments.seconds("warm-up", 20),
                    PAUSE,
                    arguments.seconds("stall", 14),
                    arguments.seconds("back", 8),
                    arguments.positive("repeats", 6),
                    arguments.seconds("patience", 10),
                    arguments.positive("length", 4_000),
                    arguments.positive("receive-buffer", 64 * 1024),
                    arguments.positive("threads", 1)));
        }

        @Override
        public Report play(Founder founder, ServerProcesses server, Consumer<String> progress)
                throws EntryFailedException, IOException {
            School school = founder.found(settings.rooms(), settings.seats());
            SlowReadersOutcome outcome = new SlowReaders(settings, progress).play(school, server);
            return new Report(Table.of(outcome), Json.of(outcome), outcome.isGood());
        }
    }
}
