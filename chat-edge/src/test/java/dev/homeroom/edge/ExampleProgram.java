package dev.homeroom.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A program of docs/clients.md, as it stands there, in a process of its own with a keyboard and a screen. */
final class ExampleProgram implements AutoCloseable {
    private static final Path PAGE = Path.of("..", "docs", "clients.md");
    private static final Pattern JARS_OF_THE_CLIENT =
            Pattern.compile(".*/(socket\\.io-client|engine\\.io-client|okhttp|okio|json)-\\d[^/]*\\.jar");

    /** A language in which the page has a program that can be run here. */
    enum Language {
        JAVASCRIPT("chat.mjs"),
        PYTHON("chat.py"),
        JAVA("Chat.java");

        private final String file;

        Language(String file) {
            this.file = file;
        }

        private List<String> command() {
            return switch (this) {
                case JAVASCRIPT -> List.of("node", file);
                case PYTHON -> List.of(DebianPython.COMMAND, file);
                case JAVA -> List.of(java(), "--class-path", clientForJava(), file);
            };
        }
    }

    private final Process process;
    private final Writer keyboard;
    private final Printout screen;

    private ExampleProgram(Process process) {
        this.process = process;
        this.keyboard = process.outputWriter();
        this.screen = new Printout(process);
    }

    /**
     * @param folder an empty one
     * @param environment what the program is told in variables
     */
    static ExampleProgram start(Language language, Path folder, Map<String, String> environment) throws IOException {
        if (language == Language.PYTHON) {
            DebianPython.requireOrSkip();
        }
        Files.writeString(folder.resolve(language.file), program(language));
        Path modules = Files.createDirectory(folder.resolve("node_modules"));
        Files.createSymbolicLink(
                modules.resolve("socket.io-client"), NodeClient.modules().resolve("client-current"));
        ProcessBuilder builder = new ProcessBuilder(language.command())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new ExampleProgram(builder.start());
    }

    /** The one code block of this language. */
    private static String program(Language language) throws IOException {
        Matcher block = Pattern.compile(
                        "^```" + language.name().toLowerCase(Locale.ROOT) + "\n(.*?)^```$",
                        Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(Files.readString(PAGE));
        List<String> found = block.results().map(each -> each.group(1)).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String clientForJava() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(JARS_OF_THE_CLIENT.asMatchPredicate())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Writes a line at its keyboard. */
    void type(String line) {
        try {
            keyboard.write(line + "\n");
            keyboard.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Printout screen() {
        return screen;
    }

    /** Waits for the last of these and finds that all of them are there, in this order, each once, and no others. */
    void awaitMessages(List<String> expected) {
        screen.await(expected.getLast());
        assertThat(messages(screen.lines())).isEqualTo(expected);
    }

    /** Of the last time that it entered. */
    List<String> messagesSinceEntering() {
        List<String> lines = screen.lines();
        int entered = lines.reversed().stream()
                .map(line -> line.startsWith("* in "))
                .toList()
                .indexOf(true);
        return messages(lines.subList(lines.size() - Math.max(entered, 0), lines.size()));
    }

    private static List<String> messages(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.startsWith("*") && !line.startsWith("!"))
                .toList();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
