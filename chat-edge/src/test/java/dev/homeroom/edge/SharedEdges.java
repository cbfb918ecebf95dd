package dev.homeroom.edge;

import dev.homeroom.testing.Backends;
import java.time.Duration;
import java.util.Map;

/** Two edges at the shared broker, and a school there. Tests that stop or change an edge start one of their own. */
final class SharedEdges {
    /** After a lost connection; a little shorter than by default. */
    static final Duration GRACE = Duration.ofSeconds(2);

    private static final Map<String, Object> SETTINGS = Map.of("homeroom.edge.presence.grace", GRACE.toMillis() + "ms");
    private static final TestEdge ONE = TestEdge.start(SETTINGS);
    private static final TestEdge TWO = TestEdge.start(SETTINGS);
    private static final TestSchool SCHOOL = new TestSchool(Backends.kafka().bootstrapServers());

    private SharedEdges() {}

    static TestEdge one() {
        return ONE;
    }

    static TestEdge two() {
        return TWO;
    }

    static TestSchool school() {
        return SCHOOL;
    }
}
