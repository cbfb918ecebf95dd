package dev.homeroom.standalone;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** One start of everything. */
final class Launch {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Options options;
    private final Terminal terminal;

    Launch(Options options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    sealed interface Outcome {}

    /** It serves people, until this JVM is told to end. */
    record Running() implements Outcome {}

    /** @param line why not, for a person; what has been started all the same is stopped when this JVM ends */
    record Failed(String line) implements Outcome {}

    Outcome run() throws IOException, InterruptedException {
        Optional<String> obstacle = Listening.obstacle(options.host(), options.port());
        if (obstacle.isPresent()) {
            return new Failed(obstacle.get());
        }
        return switch (DataFolder.open(options.data(), options.demo())) {
            case DataFolder.Opening.Refused(String line) -> new Failed(line);
            case DataFolder.Opening.Opened(DataFolder folder) -> runIn(folder);
        };
    }

    private Outcome runIn(DataFolder folder) throws IOException, InterruptedException {
        terminal.say("Homeroom starts; its data is in " + options.data());
        folder.remark(options.demo()).ifPresent(terminal::say);
        OrderlyEnd end = OrderlyEnd.ofThisJvm(terminal);
        end.closes(folder);
        School school = School.of(folder);
        Servers servers = end.closes(new Servers(folder, terminal));
        try {
            end.closes(new Programs(options, folder, school, servers).start());
        } catch (RuntimeException e) {
            return new Failed(StartFailure.line(e, folder));
        }
        return awaitReady(folder, school, servers);
    }

    private Outcome awaitReady(DataFolder folder, School school, Servers servers)
            throws IOException, InterruptedException {
        Optional<String> lacking = new Readiness(options.address()).lacking(PATIENCE);
        if (lacking.isPresent()) {
            return new Failed("no good answer from " + lacking.get() + "; the log is " + folder.log());
        }
        terminal.ready("Homeroom");
        terminal.say(Welcome.text(options, school, servers));
        folder.forgetFirstPassword();
        return new Running();
    }
}
