package dev.homeroom.archiver.words;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The words of a message in the form in which Postgres keeps and finds them, a {@code tsvector}; and beside them its room, its
 * author and its week, so that one index finds the words of some rooms and some time and touches nothing else.
 */
public final class TermVector {
    /** Postgres takes no position above this one. */
    private static final int LAST_POSITION = 16_383;

    /** Postgres keeps no more of one word. */
    private static final int MOST_POSITIONS = 255;

    private static final long SECONDS_OF_WEEK = Duration.ofDays(7).toSeconds();

    /** What no word begins with. */
    private static final char ROOM = '@';

    private static final char AUTHOR = '~';
    private static final char WEEK = '#';

    private TermVector() {}

    /** As a literal, to be cast. */
    public static String of(UUID room, UUID author, Instant sentAt, String text) {
        return String.join(" ", room(room), author(author), week(weekOf(sentAt)), words(text));
    }

    /** The term of all messages in a room. */
    static String room(UUID room) {
        return quoted(ROOM + shortened(room));
    }

    /** The term of all messages by somebody. */
    static String author(UUID author) {
        return quoted(AUTHOR + shortened(author));
    }

    /** The half that is random: enough for an index, not for a proof. */
    private static String shortened(UUID id) {
        return Long.toString(id.getLeastSignificantBits(), Character.MAX_RADIX);
    }

    /** The term of all messages of a week. */
    static String week(long week) {
        return quoted(WEEK + Long.toString(week, Character.MAX_RADIX));
    }

    static long weekOf(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), SECONDS_OF_WEEK);
    }

    static String words(String text) {
        SequencedMap<String, Set<Integer>> places = new LinkedHashMap<>();
        for (Word word : WordFinder.words(text)) {
            Set<Integer> positions = places.computeIfAbsent(word.term(), _ -> new LinkedHashSet<>());
            if (positions.size() < MOST_POSITIONS) {
                positions.add(Math.min(word.position(), LAST_POSITION));
            }
        }
        return places.entrySet().stream()
                .map(place -> quoted(place.getKey()) + ":" + joined(place.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String joined(Set<Integer> positions) {
        return positions.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    static String quoted(String term) {
        return "'" + term.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** Of words that follow one another as in a text, a {@code tsquery}; empty if there are none. */
    static String phrase(List<Word> words) {
        StringBuilder phrase = new StringBuilder();
        int position = 0;
        for (Word word : words) {
            if (!phrase.isEmpty()) {
                phrase.append(" <").append(word.position() - position).append("> ");
            }
            phrase.append(quoted(word.term()));
            position = word.position();
        }
        return phrase.toString();
    }
}
