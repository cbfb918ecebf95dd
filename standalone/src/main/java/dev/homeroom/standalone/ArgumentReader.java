package dev.homeroom.standalone;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** Reads the command line, one option after the other; {@code --port 80} and {@code --port=80} are the same. */
final class ArgumentReader {
    private final Deque<String> words = new ArrayDeque<>();
    private String host = Options.LOOPBACK;
    private int port = 8080;
    private Path data;
    private boolean demo = true;
    private boolean guests;

    private ArgumentReader(List<String> words, Path data) {
        words.stream()
                .flatMap(word -> Stream.of(word.startsWith("--") ? word.split("=", 2) : new String[] {word}))
                .forEach(this.words::add);
        this.data = data;
    }

    /** @param data the data folder where none is named */
    static Arguments read(List<String> words, Path data) {
        try {
            return new ArgumentReader(words, data).read();
        } catch (WrongOption e) {
            return new Arguments.Wrong(e.line);
        }
    }

    private Arguments read() {
        while (!words.isEmpty()) {
            String option = words.remove();
            if (option.equals("--help") || option.equals("-h")) {
                return new Arguments.Help();
            }
            take(option);
        }
        return new Arguments.Run(new Options(host, port, data.toAbsolutePath().normalize(), demo, guests));
    }

    private void take(String option) {
        switch (option) {
            case "--port" -> port = port(value(option));
            case "--host" -> host = value(option);
            case "--data" -> data = Path.of(value(option));
            case "--empty" -> demo = false;
            case "--guests" -> guests = true;
            default -> throw new WrongOption("unknown option " + option);
        }
    }

    private String value(String option) {
        String value = words.poll();
        if (value == null || value.isEmpty() || value.startsWith("--")) {
            throw new WrongOption(option + " needs a value");
        }
        return value;
    }

    private static int port(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65535) {
            throw new WrongOption("--port is a number from 1 to 65535, not " + text);
        }
        return Integer.parseInt(text);
    }

    /** Ends the reading; never leaves it. */
    private static final class WrongOption extends RuntimeException {
        private final String line;

        private WrongOption(String line) {
            super(line, null, false, false);
            this.line = line;
        }
    }
}
