package dev.homeroom.archiver.demo;

import java.time.Duration;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is said in one room, oldest first. */
record Script(List<Scene> scenes) {
    Script {
        scenes = List.copyOf(scenes);
    }

    /**
     * One conversation.
     *
     * @param daysAgo before the last day that is told of
     * @param listeners who come in and write nothing
     */
    record Scene(int daysAgo, LocalTime at, List<String> listeners, List<Line> lines) {
        Scene {
            listeners = List.copyOf(listeners);
            lines = List.copyOf(lines);
        }

        /** In the order in which they come. */
        Set<String> people() {
            Set<String> people = new LinkedHashSet<>();
            lines.forEach(line -> people.add(line.by()));
            people.addAll(listeners);
            return people;
        }
    }

    /**
     * One message.
     *
     * @param key by which it is found again; the same at each start
     * @param pause after the message before, besides the time that it takes to write this one
     */
    record Line(String key, String by, String text, Duration pause) {}

    Stream<Line> lines() {
        return scenes.stream().flatMap(scene -> scene.lines().stream());
    }

    Line line(String key) {
        return lines().filter(line -> line.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing is labelled " + key));
    }

    Line last() {
        return scenes.getLast().lines().getLast();
    }
}
