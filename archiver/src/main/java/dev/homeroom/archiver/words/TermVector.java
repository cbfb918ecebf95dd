package dev.homeroom.archiver.words;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** The words of a text in the form in which Postgres keeps and finds them: a {@code tsvector}. */
public final class TermVector {
    /** Postgres takes no position above this one. */
    private static final int LAST_POSITION = 16_383;

    private TermVector() {}

    /** As a literal, to be cast. */
    public static String of(String text) {
        SequencedMap<String, String> places = new LinkedHashMap<>();
        for (Word word : WordFinder.words(text)) {
            String position = Integer.toString(Math.min(word.position(), LAST_POSITION));
            places.merge(word.term(), position, (all, next) -> all + "," + next);
        }
        return places.entrySet().stream()
                .map(place -> quoted(place.getKey()) + ":" + place.getValue())
                .collect(Collectors.joining(" "));
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
