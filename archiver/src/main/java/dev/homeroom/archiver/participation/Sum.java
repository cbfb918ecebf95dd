package dev.homeroom.archiver.participation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds up tallies. */
final class Sum {
    private final Scope scope;
    private final Set<LocalDate> days = new HashSet<>();
    private int messages;
    private long words;
    private int replies;
    private int removed;
    private @Nullable Instant first;
    private @Nullable Instant last;

    Sum(Scope scope) {
        this.scope = scope;
    }

    void add(Tally tally) {
        days.add(scope.day(tally.first()));
        messages += tally.messages();
        words += tally.words();
        replies += tally.replies();
        first = first == null || tally.first().isBefore(first) ? tally.first() : first;
        last = last == null || tally.last().isAfter(last) ? tally.last() : last;
    }

    void addRemoved(int more) {
        removed += more;
    }

    Figures figures() {
        return new Figures(messages, words, replies, days.size(), removed, first, last);
    }
}
