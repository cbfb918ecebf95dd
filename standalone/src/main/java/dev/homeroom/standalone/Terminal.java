package dev.homeroom.standalone;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What a person sees while Homeroom starts, runs and stops; everything else goes into the log. */
final class Terminal {
    private final PrintStream out;
    private final PrintStream err;
    private final long startedNanos = System.nanoTime();

    Terminal(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    void complain(String line) {
        err.println("homeroom: " + line);
        err.flush();
    }

    void ready(String part) {
        Duration since = Duration.ofNanos(System.nanoTime() - startedNanos);
        say(String.format(Locale.ROOT, "  %-9s ready after %.1f s", part, since.toMillis() / 1000.0));
    }
}
