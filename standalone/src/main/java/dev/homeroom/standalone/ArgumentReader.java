package dev.homeroom.standalone;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Reads the command line, one option after the other; {@code --port 80} and {@code --port=80} are the same. The script
 * {@code homeroom} says the same of what is wrong before it builds anything: change both.
 */
final class ArgumentReader {
    private final Deque<String> words = new ArrayDeque<>();
    private String host = Options.LOOPBACK;
    private int port = 8080;
    private Path data;
    private boolean demo = true;
    private boolean guests;

    private ArgumentReader(List<String> words, Path data) {
        this.words.addAll(words);
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

    private void take(String word) {
        int equals = word.startsWith("--") ? word.indexOf('=') : -1;
        if (equals < 0) {
            take(word, false);
        } else {
            words.addFirst(word.substring(equals + 1));
            take(word.substring(0, equals), true);
        }
    }

    /** @param valued whether the option and a value were one word */
    private void take(String option, boolean valued) {
        switch (option) {
            case "--port" -> port = port(value(option, valued));
            case "--host" -> host = value(option, valued);
            case "--data" -> data = Path.of(value(option, valued));
            case "--empty" -> demo = !flag(option, valued);
            case "--guests" -> guests = flag(option, valued);
            default -> throw new WrongOption(unknown(option));
        }
    }

    private static String unknown(String word) {
        return word.startsWith("-") ? "unknown option " + word : "options begin with --, and " + word + " does not";
    }

    private static boolean flag(String option, boolean valued) {
        if (valued) {
            throw new WrongOption(option + " takes no value: it is there or not");
        }
        return true;
    }

    private String value(String option, boolean valued) {
        String value = words.poll();
        if (value == null || value.isEmpty() || (!valued && value.startsWith("--"))) {
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
