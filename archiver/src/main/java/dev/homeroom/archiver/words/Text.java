package dev.homeroom.archiver.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A text in which words are looked for. */
final class Text {
    private final Map<String, List<Word>> byTerm = new HashMap<>();

    Text(String text) {
        for (Word word : WordFinder.words(text)) {
            byTerm.computeIfAbsent(word.term(), _ -> new ArrayList<>()).add(word);
        }
    }

    Set<String> terms() {
        return byTerm.keySet();
    }

    /** Everywhere that these words follow one another. */
    List<Stretch> find(List<Word> phrase) {
        List<Stretch> found = new ArrayList<>();
        for (Word first : byTerm.getOrDefault(phrase.getFirst().term(), List.of())) {
            end(phrase, first).ifPresent(last -> found.add(new Stretch(first.start(), last.end())));
        }
        return found;
    }

    /** The last word of the phrase that begins there. */
    private Optional<Word> end(List<Word> phrase, Word first) {
        Word last = first;
        for (Word wanted : phrase.subList(1, phrase.size())) {
            int position =
                    first.position() + wanted.position() - phrase.getFirst().position();
            Optional<Word> next = at(wanted.term(), position);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            last = next.get();
        }
        return Optional.of(last);
    }

    private Optional<Word> at(String term, int position) {
        return byTerm.getOrDefault(term, List.of()).stream()
                .filter(word -> word.position() == position)
                .findAny();
    }
}
