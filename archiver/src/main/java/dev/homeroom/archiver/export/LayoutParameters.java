package dev.homeroom.archiver.export;

import dev.homeroom.archiver.problem.ProblemException;
import jakarta.validation.constraints.Pattern;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters that say how an export looks.
 *
 * @param names names or pseudonyms
 * @param language en or zh: of what the file says by itself
 * @param zone such as Asia/Shanghai: by whose clocks HTML and PDF tell times
 */
record LayoutParameters(
        @Pattern(regexp = "names|pseudonyms", message = "must be names or pseudonyms") @Nullable
        String names,

        @Pattern(regexp = "en|zh", message = "must be en or zh") @Nullable
        String language,

        @Nullable String zone) {
    Layout layout(Format format, boolean bom) {
        return new Layout(
                format,
                names == null ? Naming.NAMES : Naming.of(names),
                bom,
                language == null ? PrintedWords.EN : PrintedWords.of(language),
                zoneOf(zone));
    }

    /** The server's where none is given. */
    static ZoneId zoneOf(@Nullable String zone) {
        try {
            return zone == null ? ZoneId.systemDefault() : ZoneId.of(zone);
        } catch (DateTimeException _) {
            throw ProblemException.invalid("zone", "must be a time zone such as Asia/Shanghai");
        }
    }
}
