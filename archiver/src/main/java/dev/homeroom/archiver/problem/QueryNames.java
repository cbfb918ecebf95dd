package dev.homeroom.archiver.problem;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The names of the parameters of a query string; those of a form in the body are none of them. */
record QueryNames(@Nullable String query) {
    Set<String> all() {
        return query == null
                ? Set.of()
                : Arrays.stream(query.split("&"))
                        .filter(part -> !part.isEmpty())
                        .map(part -> decoded(part.split("=", 2)[0]))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, UTF_8);
        } catch (IllegalArgumentException _) {
            return name;
        }
    }
}
