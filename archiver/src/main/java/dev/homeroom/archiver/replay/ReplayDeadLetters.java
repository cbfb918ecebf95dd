package dev.homeroom.archiver.replay;

import dev.homeroom.archiver.ingest.Readmission.Mode;
import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/**
 * The command {@value #NAME}: lets dead letters into the transcript that are good by now. Archivers may run meanwhile, and
 * it does not matter how often it is run.
 */
public final class ReplayDeadLetters {
    public static final String NAME = "replay-dead-letters";

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_OPTIONS = 2;

    private static final String USAGE = """
            java -jar archiver-*-exec.jar replay-dead-letters [options] [settings of the archiver]

            Judges the dead letters on chat.messages-dlt again and stores those that are good by now, each at the
            place in the log where it stood. Letters stay on their topic, and what is stored already is not doubled.

              --reason=R[,R]   only letters with one of these reasons
              --room=ID        only letters whose key is this room
              --since=TIME     only letters put aside since then: 2026-03-02 or 2026-03-02T08:15:00Z
              --dry-run        store nothing, and say what would be
              --help           this text

            Exit status: 0 when done, 1 when Kafka or Postgres failed, 2 when an option is wrong.
            """;

    private final PrintStream out;
    private final PrintStream err;

    private ReplayDeadLetters(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * @param arguments without the command's name
     * @return the exit status
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        return new ReplayDeadLetters(out, err).run(arguments);
    }

    private int run(List<String> arguments) {
        return switch (ReplayOptions.parse(arguments)) {
            case ReplayOptions.Help _ -> {
                out.print(USAGE);
                yield DONE;
            }
            case ReplayOptions.Refused(String complaint) -> {
                complain(complaint + "; --help shows what there is");
                yield WRONG_OPTIONS;
            }
            case ReplayOptions.Accepted accepted -> replay(accepted);
        };
    }

    private int replay(ReplayOptions.Accepted accepted) {
        try (ConfigurableApplicationContext context = ReplayContext.start(accepted.settings())) {
            Premises premises = context.getBean(Premises.class);
            Optional<String> missing = premises.missing();
            if (missing.isPresent()) {
                complain(missing.get());
                return FAILED;
            }
            return replay(accepted, context.getBean(DeadLetterReplay.class), premises);
        } catch (BeansException e) {
            complain(unusableSetting(e).orElseThrow(() -> e));
            return WRONG_OPTIONS;
        }
    }

    private static Optional<String> unusableSetting(BeansException e) {
        return Stream.<@Nullable Throwable>iterate(
                        e, Objects::nonNull, cause -> cause == null ? null : cause.getCause())
                .filter(BindException.class::isInstance)
                .map(BindException.class::cast)
                .findFirst()
                .map(unusable -> "the setting " + unusable.getName() + " cannot be used: " + reason(unusable));
    }

    private static String reason(BindException e) {
        Throwable cause = Objects.requireNonNullElse(NestedExceptionUtils.getRootCause(e), e);
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    private int replay(ReplayOptions.Accepted accepted, DeadLetterReplay replay, Premises premises) {
        Tally tally = new Tally();
        try {
            replay.run(accepted.wanted(), accepted.mode(), tally);
            report(tally, accepted.mode());
            return DONE;
        } catch (RuntimeException e) {
            report(tally, accepted.mode());
            complain(premises.failed(e).orElseThrow(() -> e));
            complain("It got only so far. What is counted above is done: run it again.");
            return FAILED;
        }
    }

    private void report(Tally tally, Mode mode) {
        Report.of(tally, mode).forEach(out::println);
        out.flush();
    }

    private void complain(String line) {
        err.println(NAME + ": " + line);
        err.flush();
    }
}
