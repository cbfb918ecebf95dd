package dev.homeroom.archiver.concern;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.json.PlainText;
import dev.homeroom.archiver.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/flagged-words}: the words that the school flags, for its admins. */
@RestController
@RequestMapping("/api/flagged-words")
class FlaggedWordController {
    private final FlaggedWords words;
    private final ConcernSettings settings;

    FlaggedWordController(FlaggedWords words, ConcernSettings settings) {
        this.words = words;
        this.settings = settings;
    }

    record FlaggedWordView(
            UUID id,
            String text,
            @JsonProperty("added_by") String addedBy,
            @JsonProperty("added_at") Instant addedAt,
            @JsonProperty("looking_back") boolean lookingBack) {
        static FlaggedWordView of(FlaggedWord word) {
            return new FlaggedWordView(word.id(), word.text(), word.addedBy(), word.addedAt(), word.lookingBack());
        }
    }

    /** @param lookBackDays how far back messages are looked through for a new word, where that is wanted */
    record FlaggedWordsView(
            List<FlaggedWordView> items,
            @JsonProperty("look_back_days") long lookBackDays) {}

    record FlaggedWordRequest(
            @NotNull @PlainText(max = 100) String text,
            @JsonProperty("look_back") @Nullable Boolean lookBack) {}

    @GetMapping
    FlaggedWordsView list(@AuthenticationPrincipal Caller caller) {
        return new FlaggedWordsView(
                words.list(caller).stream().map(FlaggedWordView::of).toList(),
                settings.lookBack().toDays());
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    FlaggedWordView add(@AuthenticationPrincipal Caller caller, @Valid @RequestBody FlaggedWordRequest word) {
        return switch (words.add(caller, word.text(), Boolean.TRUE.equals(word.lookBack()))) {
            case FlaggedWordResult.Added(FlaggedWord added) -> FlaggedWordView.of(added);
            case FlaggedWordResult.Wordless _ -> throw ProblemException.invalid("text", "has no word in it");
            case FlaggedWordResult.Known _ ->
                throw ProblemException.conflict(
                        "known-word", "The school flags this already, perhaps in another form.");
            case FlaggedWordResult.TooMany(int limit) ->
                throw ProblemException.conflict("too-many-words", "A school flags " + limit + " words at most.");
        };
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        if (!words.remove(caller, id)) {
            throw ProblemException.notFound("word");
        }
    }
}
