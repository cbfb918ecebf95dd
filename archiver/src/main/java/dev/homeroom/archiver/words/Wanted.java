package dev.homeroom.archiver.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody searches for: words, all of which a text has to hold, and phrases in quotation marks, whose words have to follow
 * one another. Chinese that is written together is a phrase by itself.
 */
public final class Wanted {
    /** Straight, curly and Chinese quotation marks; one that is not closed goes to the end. */
    private static final Pattern PART = Pattern.compile("[\"“”„「『]([^\"“”„「『」』]*)[\"“”」』]?|([^\\s\"“”„「『」』]+)");

    private final List<List<Word>> phrases;

    private Wanted(List<List<Word>> phrases) {
        this.phrases = phrases;
    }

    /** Empty if there is no word in it. */
    public static Optional<Wanted> in(String query) {
        List<List<Word>> phrases = new ArrayList<>();
        for (Matcher part = PART.matcher(query); part.find(); ) {
            List<Word> words = phrase(part.group(1) == null ? part.group(2) : part.group(1));
            if (!words.isEmpty()) {
                phrases.add(words);
            }
        }
        return phrases.isEmpty() ? Optional.empty() : Optional.of(new Wanted(phrases));
    }

    /** The whole text as one phrase, whatever quotation marks it has; empty if there is no word in it. */
    public static Optional<Wanted> phraseOf(String text) {
        List<Word> words = phrase(text);
        return words.isEmpty() ? Optional.empty() : Optional.of(new Wanted(List.of(words)));
    }

    /** Where a text holds any of these phrases, in order and without overlaps. */
    public static List<Stretch> anyFoundIn(String shown, List<String> phrases) {
        return Stretch.joined(phrases.stream()
                .flatMap(phrase -> phraseOf(phrase).stream())
                .flatMap(phrase -> phrase.foundIn(shown).stream())
                .toList());
    }

    /** The same for all texts that have the same words in whatever forms. */
    public String terms() {
        return TermQuery.of(this).text();
    }

    /** Where a pair is a word, its two need not be looked for one by one as well. */
    private static List<Word> phrase(String text) {
        List<Word> words = WordFinder.words(text);
        return words.stream()
                .filter(word -> words.stream().noneMatch(word::isPartOf))
                .toList();
    }

    List<List<Word>> phrases() {
        return phrases;
    }

    /** Where a text holds some of it, in order and without overlaps. */
    public List<Stretch> foundIn(String shown) {
        Text text = new Text(shown);
        return Stretch.joined(
                phrases.stream().flatMap(phrase -> text.find(phrase).stream()).toList());
    }
}
