package dev.homeroom.archiver.export;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may be mentioned in a room.
 *
 * @param username null for guests, who have none
 */
record Person(UUID id, String name, @Nullable String username, String pseudonym) {
    private static final Pattern BETWEEN_PARTS = Pattern.compile("[\\s.,()·'’-]+");
    private static final int SHORTEST_PART = 3;
    private static final int LONGEST_CHINESE_NAME = 4;

    List<String> fullNames() {
        return username == null || username.isBlank() ? List.of(name) : List.of(name, username);
    }

    /** What they may be called for short: a first name, or a Chinese name without the family's. */
    List<String> partsOfNames() {
        Stream<String> words = BETWEEN_PARTS
                .splitAsStream(name)
                .filter(part -> part.length() >= SHORTEST_PART && !part.equals(name) && startsLikeAName(part));
        return Stream.concat(words, givenName()).toList();
    }

    private static boolean startsLikeAName(String part) {
        return Character.isUpperCase(part.charAt(0)) || Character.isIdeographic(part.charAt(0));
    }

    private Stream<String> givenName() {
        boolean chinese = name.chars().allMatch(Character::isIdeographic);
        return chinese && name.length() > 2 && name.length() <= LONGEST_CHINESE_NAME
                ? Stream.of(name.substring(name.length() == LONGEST_CHINESE_NAME ? 2 : 1))
                : Stream.empty();
    }
}
