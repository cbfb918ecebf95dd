package dev.homeroom.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The program.
 *
 * <p>Exit status: 0 when it was only asked for help, 1 when it could not start or came to grief, 2 when the command line
 * is wrong. A signal stops it in order.
 */
public final class Homeroom {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Homeroom() {}

    public static void main(String[] words) throws IOException, InterruptedException {
        Terminal terminal = new Terminal(System.out, System.err);
        Path data = Path.of(System.getProperty("homeroom.data", "data"));
        switch (ArgumentReader.read(List.of(words), data)) {
            case Arguments.Help _ -> terminal.say(usage());
            case Arguments.Wrong(String line) -> end(terminal, line + "; --help shows the options", MISUSED);
            case Arguments.Run(Options options) -> run(options, terminal);
        }
    }

    private static void run(Options options, Terminal terminal) throws IOException, InterruptedException {
        switch (new Launch(options, terminal).run()) {
            case Launch.Running _ -> {}
            case Launch.Failed(String line) -> end(terminal, line, FAILED);
        }
    }

    private static String usage() throws IOException {
        try (InputStream text = Objects.requireNonNull(Homeroom.class.getResourceAsStream("usage.txt"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    private static void end(Terminal terminal, String line, int status) {
        terminal.complain(line);
        System.exit(status);
    }
}
