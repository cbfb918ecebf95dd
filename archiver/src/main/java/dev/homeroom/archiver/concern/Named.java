package dev.homeroom.archiver.concern;

import java.util.Arrays;
import java.util.function.Function;

/** Finds what is meant by a name. */
final class Named {
    private Named() {}

    /** @throws IllegalArgumentException if nothing is called that */
    static <T> T find(T[] all, Function<T, String> name, String wanted) {
        return Arrays.stream(all)
                .filter(one -> name.apply(one).equals(wanted))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("nothing is called that"));
    }
}
