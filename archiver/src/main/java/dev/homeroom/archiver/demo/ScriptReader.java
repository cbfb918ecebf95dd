package dev.homeroom.archiver.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeroom.archiver.demo.Script.Line;
import dev.homeroom.archiver.demo.Script.Scene;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads scripts from the files beside this class, which explain their form. */
final class ScriptReader {
    private static final Pattern SPACE = Pattern.compile(" ");
    private static final Pattern SCENE = Pattern.compile("== (\\d+) (\\d\\d:\\d\\d)(?: \\+ (.+))?");
    private static final Pattern PAUSE = Pattern.compile("\\.\\.\\. +(\\d+)");
    private static final Pattern LINE = Pattern.compile("(\\w+)(?: \\[(\\w+)])?: (.+)");

    private final List<Scene> scenes = new ArrayList<>();
    private @Nullable Matcher head;
    private List<Line> lines = new ArrayList<>();
    private Duration pause = Duration.ZERO;
    private int count;

    private ScriptReader() {}

    static Script read(String file) {
        try (InputStream in = Objects.requireNonNull(ScriptReader.class.getResourceAsStream(file), file)) {
            return new ScriptReader()
                    .read(new String(in.readAllBytes(), UTF_8).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Script read(List<String> text) {
        text.stream().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::take);
        endScene();
        return new Script(scenes);
    }

    private void take(String text) {
        Matcher scene = SCENE.matcher(text);
        Matcher rest = PAUSE.matcher(text);
        Matcher line = LINE.matcher(text);
        if (scene.matches()) {
            endScene();
            head = scene;
        } else if (rest.matches()) {
            pause = Duration.ofMinutes(Long.parseLong(rest.group(1)));
        } else if (line.matches()) {
            lines.add(line(line));
            pause = Duration.ZERO;
        } else {
            throw new IllegalArgumentException("no line of a script: " + text);
        }
    }

    private Line line(Matcher line) {
        String label = Objects.requireNonNullElse(line.group(2), "line " + ++count);
        return new Line(label, line.group(1), line.group(3).replace("\\n", "\n"), pause);
    }

    private void endScene() {
        if (head != null) {
            List<String> listeners = head.group(3) == null
                    ? List.of()
                    : SPACE.splitAsStream(head.group(3)).toList();
            scenes.add(new Scene(
                    Integer.parseInt(head.group(1)), LocalTime.parse(head.group(2)), listeners, List.copyOf(lines)));
            lines = new ArrayList<>();
        }
    }
}
