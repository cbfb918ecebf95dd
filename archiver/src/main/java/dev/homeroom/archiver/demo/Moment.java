package dev.homeroom.archiver.demo;

import dev.homeroom.archiver.demo.Script.Line;
import java.time.Instant;

/** Something that happens in a room. */
sealed interface Moment {
    Instant at();

    String who();

    record Came(Instant at, String who) implements Moment {}

    record Said(Instant at, Line line) implements Moment {
        @Override
        public String who() {
            return line.by();
        }
    }

    record Went(Instant at, String who) implements Moment {}
}
