package dev.homeroom.archiver.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Some of the characters of a text.
 *
 * @param start the index of the first one
 * @param end the index behind the last one
 */
public record Stretch(int start, int end) {
    /** In order; those that touch or overlap are one. */
    public static List<Stretch> joined(List<Stretch> stretches) {
        List<Stretch> joined = new ArrayList<>();
        stretches.stream().sorted(Comparator.comparingInt(Stretch::start)).forEach(next -> {
            if (joined.isEmpty() || joined.getLast().end < next.start) {
                joined.add(next);
            } else {
                Stretch last = joined.removeLast();
                joined.add(new Stretch(last.start, Math.max(last.end, next.end)));
            }
        });
        return joined;
    }
}
