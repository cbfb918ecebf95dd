package dev.homeroom.archiver.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * English words that stand in every other message. An index knows which messages have {@code to} and which have {@code be}, and
 * those are most of them; so two common neighbours are one more word, by which a phrase of such words is found at once.
 */
final class CommonWords {
    private static final Set<String> COMMON = Set.of("""
            a about all also an and any are as at be because been but by can could did do for from get go good had has have he
            her here him his how i if in is it just know like me more my no not now of ok on one or our out please really she so
            some that the their them then there they think this to too up us very was we were what when where which who why will
            with would yes you your
            """.split("\\s+"));

    private CommonWords() {}

    /** The words, and after each that is common and has a common neighbour, the two as one. */
    static List<Word> withPairs(List<Word> words) {
        List<Word> all = new ArrayList<>();
        Word previous = null;
        for (Word word : words) {
            if (previous != null && arePair(previous, word)) {
                all.add(previous.with(word));
            }
            all.add(word);
            previous = word;
        }
        return all;
    }

    private static boolean arePair(Word first, Word second) {
        return second.position() == first.position() + 1
                && COMMON.contains(first.term())
                && COMMON.contains(second.term());
    }
}
