package dev.homeroom.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** What a process prints, line by line. */
final class Printout {
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final List<String> lines = new CopyOnWriteArrayList<>();

    Printout(Process process) {
        Thread.ofVirtual().start(() -> read(process));
    }

    private void read(Process process) {
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException _) {
            // It has ended.
        }
    }

    /** All so far. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    /** Waits for a line that begins so. */
    void await(String beginning) {
        await(beginning, 1);
    }

    void await(String beginning, int count) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(lines.stream().filter(line -> line.startsWith(beginning)))
                        .as("%s", lines)
                        .hasSizeGreaterThanOrEqualTo(count));
    }
}
