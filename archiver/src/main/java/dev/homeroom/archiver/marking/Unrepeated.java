package dev.homeroom.archiver.marking;

import dev.homeroom.archiver.problem.ProblemException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Things of which each may be in a request once; names in capitals and in small letters are the same. */
final class Unrepeated {
    private final Set<String> seen = new HashSet<>();

    void add(String field, String value) {
        if (!seen.add(value.toLowerCase(Locale.ROOT))) {
            throw ProblemException.invalid(field, "is there twice");
        }
    }
}
