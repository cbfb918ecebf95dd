package dev.homeroom.archiver.transcript;

import dev.homeroom.archiver.ingest.EntryKind;
import dev.homeroom.archiver.json.PlainText;
import dev.homeroom.archiver.problem.ProblemException;
import dev.homeroom.archiver.problem.QueryTime;
import dev.homeroom.archiver.words.Wanted;
import dev.homeroom.contract.AccountId;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a transcript and of its exports.
 *
 * @param account of this person
 * @param group of the people who are in this group now
 * @param from sent at this time or later (ISO 8601 with an offset)
 * @param to sent before this time
 * @param text messages that hold these words, and phrases in quotation marks
 * @param kind message, entered or left
 * @param flagged true for messages that were reported or hold flagged words; for those who see concerns
 * @param unmarked true for messages of students that no comment is about
 */
public record FilterParameters(
        @Nullable UUID account,
        @Nullable UUID group,
        @Nullable String from,
        @Nullable String to,
        @PlainText(max = 200) @Nullable String text,

        @Pattern(regexp = "message|entered|left", message = "must be message, entered or left") @Nullable
        String kind,

        @Nullable Boolean flagged,
        @Nullable Boolean unmarked) {
    /**
     * @param ofGroup who is in the group, if there is one
     * @param reader whose own messages are not shown as flagged
     */
    EntryFilter toFilter(@Nullable Set<UUID> ofGroup, AccountId reader) {
        return new EntryFilter(
                accounts(ofGroup),
                QueryTime.parse("from", from),
                QueryTime.parse("to", to),
                words(),
                kind == null ? null : EntryKind.valueOf(kind.toUpperCase(Locale.ROOT)),
                wantsFlagged() ? reader.value() : null,
                Boolean.TRUE.equals(unmarked));
    }

    boolean wantsFlagged() {
        return Boolean.TRUE.equals(flagged);
    }

    private @Nullable Set<UUID> accounts(@Nullable Set<UUID> ofGroup) {
        if (account == null) {
            return ofGroup;
        }
        return ofGroup == null || ofGroup.contains(account) ? Set.of(account) : Set.of();
    }

    @Nullable
    Wanted words() {
        return text == null
                ? null
                : Wanted.in(text).orElseThrow(() -> ProblemException.invalid("text", "has no word to search for"));
    }
}
