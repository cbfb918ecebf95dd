package dev.homeroom.archiver.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Puts something else in place of names where a text mentions them: as whole words, and Chinese ones, which have no spaces
 * around them, wherever they stand. Where several fit, the longest one counts.
 */
final class HiddenNames {
    private static final Comparator<Hidden> LONGEST_FIRST =
            Comparator.comparingInt((Hidden hidden) -> hidden.name().length()).reversed();

    private final Map<Character, List<Hidden>> byFirst = new HashMap<>();

    /** @param exact whether it counts only in this case: names such as Will are words too */
    private record Hidden(String name, boolean exact, String instead) {
        boolean standsAt(String text, int at) {
            return text.regionMatches(!exact, at, name, 0, name.length())
                    && isEdge(text, at)
                    && isEdge(text, at + name.length());
        }
    }

    /** @param shared what stands for a name that several people have */
    HiddenNames(List<Person> people, String shared) {
        Map<String, Hidden> all = new HashMap<>();
        people.forEach(person -> {
            person.fullNames().forEach(name -> add(all, new Hidden(name, false, person.pseudonym()), shared));
            person.partsOfNames().forEach(name -> add(all, new Hidden(name, true, person.pseudonym()), shared));
        });
        all.values()
                .forEach(hidden -> byFirst.computeIfAbsent(first(hidden.name().charAt(0)), _ -> new ArrayList<>())
                        .add(hidden));
        byFirst.values().forEach(hidden -> hidden.sort(LONGEST_FIRST));
    }

    /** Where the same stands for somebody's whole name and a part of another's, or for two people, nobody can be told from it. */
    private static void add(Map<String, Hidden> all, Hidden hidden, String shared) {
        all.merge(
                hidden.name().toLowerCase(Locale.ROOT),
                hidden,
                (before, another) -> new Hidden(
                        before.name(),
                        before.exact() && another.exact(),
                        before.instead().equals(another.instead()) ? before.instead() : shared));
    }

    String hide(String text) {
        StringBuilder hidden = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            Hidden found = find(text, at);
            hidden.append(found == null ? String.valueOf(text.charAt(at)) : found.instead());
            at += found == null ? 1 : found.name().length();
        }
        return hidden.toString();
    }

    private @Nullable Hidden find(String text, int at) {
        List<Hidden> candidates = Objects.requireNonNullElse(byFirst.get(first(text.charAt(at))), List.of());
        for (Hidden candidate : candidates) {
            if (candidate.standsAt(text, at)) {
                return candidate;
            }
        }
        return null;
    }

    private static char first(char c) {
        return Character.toLowerCase(c);
    }

    /** Whether a word can end or begin here. */
    private static boolean isEdge(String text, int at) {
        return at <= 0 || at >= text.length() || !isOfWord(text.charAt(at - 1)) || !isOfWord(text.charAt(at));
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) && !Character.isIdeographic(c);
    }
}
