package dev.homeroom.archiver.concern;

import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.concern.FlaggedWordResult.Added;
import dev.homeroom.archiver.concern.FlaggedWordResult.Known;
import dev.homeroom.archiver.concern.FlaggedWordResult.TooMany;
import dev.homeroom.archiver.concern.FlaggedWordResult.Wordless;
import dev.homeroom.archiver.words.Wanted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The words and phrases that a school flags. Messages that were flagged stay so when a word is taken off the list. */
@Component
class FlaggedWords {
    private final FlaggedWordRows rows;
    private final ConcernSettings settings;

    FlaggedWords(FlaggedWordRows rows, ConcernSettings settings) {
        this.rows = rows;
        this.settings = settings;
    }

    List<FlaggedWord> list(Caller caller) {
        return rows.list(caller.school());
    }

    /** @param lookBack whether messages of the time before are looked through too */
    @Transactional
    FlaggedWordResult add(Caller caller, String text, boolean lookBack) {
        Optional<Wanted> phrase = Wanted.phraseOf(text);
        if (phrase.isEmpty()) {
            return new Wordless();
        }
        if (rows.lockAndCount(caller.school()) >= settings.maxWords()) {
            return new TooMany(settings.maxWords());
        }
        Instant from = lookBack ? Instant.now().minus(settings.lookBack()) : null;
        return rows.insert(caller, text.strip(), phrase.get().terms(), from)
                .<FlaggedWordResult>map(id -> new Added(rows.get(caller.school(), id)))
                .orElseGet(Known::new);
    }

    /** @return whether the school had it */
    boolean remove(Caller caller, UUID id) {
        return rows.delete(caller.school(), id);
    }
}
