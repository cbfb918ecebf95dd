package dev.homeroom.archiver.words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Phrases that are looked for in many texts: each text is taken apart once, however many phrases there are. Words are found
 * in all of their forms.
 */
public final class PhraseList {
    public static final PhraseList EMPTY = new PhraseList(List.of());

    private final Map<String, List<Phrase>> byFirstTerm = new HashMap<>();

    /** @param phrases those among them that have no word are never found */
    public PhraseList(Collection<String> phrases) {
        for (String phrase : phrases) {
            Wanted.phraseOf(phrase).ifPresent(wanted -> add(phrase, wanted));
        }
    }

    private record Phrase(String written, List<Word> words) {}

    private void add(String written, Wanted wanted) {
        List<Word> words = wanted.phrases().getFirst();
        byFirstTerm
                .computeIfAbsent(words.getFirst().term(), _ -> new ArrayList<>())
                .add(new Phrase(written, words));
    }

    /** Those that the text holds, as they were given. */
    public Set<String> foundIn(String shown) {
        Text text = new Text(shown);
        Set<String> found = new LinkedHashSet<>();
        for (String term : text.terms()) {
            for (Phrase phrase : byFirstTerm.getOrDefault(term, List.of())) {
                if (!text.find(phrase.words).isEmpty()) {
                    found.add(phrase.written);
                }
            }
        }
        return found;
    }
}
