package dev.homeroom.bench.comparison;

import dev.homeroom.bench.contender.Stage;
import dev.homeroom.bench.crowd.EntryFailedException;
import dev.homeroom.bench.report.BarChart;
import java.io.IOException;
import java.util.List;

/** What is played with each contender, and what came of it. For one thread. */
public interface Bout {
    /** The scene's. */
    String name();

    /** How often each contender is started afresh and played with. */
    int repeats();

    /** Whether there is anything to be played with it. */
    default boolean isFor(String contender) {
        return true;
    }

    /** @param repeat from 1 on */
    void play(String contender, Stage stage, int repeat) throws EntryFailedException, IOException;

    /** Of all that has been played. */
    Result result();

    /** What came of it; for programs it is what its record has. */
    interface Result {
        /** For people. */
        String table();

        /** What of it is best seen. */
        default List<BarChart> charts() {
            return List.of();
        }

        /** Whether one contender lost, doubled and disordered nothing, however long it took. */
        default boolean isIntact(String contender) {
            return isGood(contender);
        }

        /** Whether one contender kept up with what was asked of all of them. */
        boolean isGood(String contender);
    }
}
