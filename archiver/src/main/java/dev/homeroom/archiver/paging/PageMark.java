package dev.homeroom.archiver.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeroom.archiver.problem.ProblemException;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The opaque {@code after} of a list: the place where the page before ended. */
public final class PageMark {
    private PageMark() {}

    static String encode(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(UTF_8));
    }

    /** The place, or null for the first page. */
    public static @Nullable String decode(@Nullable String after) {
        if (after == null) {
            return null;
        }
        try {
            return clean(new String(Base64.getUrlDecoder().decode(after), UTF_8));
        } catch (IllegalArgumentException _) {
            throw notAMark();
        }
    }

    /** The place in a list that is ordered by id. */
    public static @Nullable UUID decodeId(@Nullable String after) {
        String place = decode(after);
        try {
            return place == null ? null : UUID.fromString(place);
        } catch (IllegalArgumentException _) {
            throw notAMark();
        }
    }

    private static String clean(String place) {
        if (place.indexOf('\0') >= 0) {
            throw notAMark();
        }
        return place;
    }

    private static ProblemException notAMark() {
        return ProblemException.invalid("after", "is not the next of an earlier page");
    }
}
