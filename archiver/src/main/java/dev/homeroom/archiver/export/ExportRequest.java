package dev.homeroom.archiver.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.homeroom.archiver.json.PlainText;
import dev.homeroom.archiver.transcript.FilterParameters;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants exported: a room, or what one person wrote in all rooms that the caller reads, or both together. The
 * filters are those of a transcript.
 *
 * @param names names or pseudonyms
 * @param bom whether CSV begins with a byte order mark, which Excel needs
 * @param language en or zh: of what the file says by itself
 * @param zone such as Asia/Shanghai: by whose clocks HTML and PDF tell times
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExportRequest(
        @Nullable UUID room,
        @Nullable UUID account,
        @Nullable UUID group,
        @Nullable String from,
        @Nullable String to,
        @PlainText(max = 200) @Nullable String text,

        @Pattern(regexp = "message|entered|left", message = "must be message, entered or left") @Nullable
        String kind,

        @Nullable Boolean flagged,
        @Nullable Boolean unmarked,
        @NotNull Format format,
        @Nullable Naming names,
        @Nullable Boolean bom,
        @Nullable PrintedWords language,
        @Nullable String zone) {
    FilterParameters filter() {
        return new FilterParameters(account, group, from, to, text, kind, flagged, unmarked);
    }

    Naming naming() {
        return Objects.requireNonNullElse(names, Naming.NAMES);
    }

    Layout layout() {
        return new Layout(
                format,
                naming(),
                !Boolean.FALSE.equals(bom),
                Objects.requireNonNullElse(language, PrintedWords.EN),
                LayoutParameters.zoneOf(zone));
    }
}
