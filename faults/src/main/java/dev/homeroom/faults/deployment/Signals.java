package dev.homeroom.faults.deployment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Sends signals that Java has no word for. */
final class Signals {
    private Signals() {}

    static void freeze(LongStream processes) {
        send("-STOP", processes);
    }

    static void thaw(LongStream processes) {
        send("-CONT", processes);
    }

    static void kill(LongStream processes) {
        send("-KILL", processes);
    }

    private static void send(String signal, LongStream processes) {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        processes.mapToObj(Long::toString).forEach(command::add);
        try {
            new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("no signal could be sent", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
