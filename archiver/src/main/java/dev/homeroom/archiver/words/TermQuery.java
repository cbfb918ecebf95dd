package dev.homeroom.archiver.words;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Asks Postgres for what is wanted, and where: a {@code tsquery} for vectors of {@link TermVector}. What is asked for besides words
 * narrows the answer down, but a few others may be in it.
 */
public final class TermQuery {
    private final List<String> parts = new ArrayList<>();

    private TermQuery() {}

    public static TermQuery of(Wanted wanted) {
        TermQuery query = new TermQuery();
        wanted.phrases().forEach(phrase -> query.parts.add("(" + TermVector.phrase(phrase) + ")"));
        return query;
    }

    /** In one of the rooms, of which there is at least one. */
    public TermQuery in(Collection<UUID> rooms) {
        return anyOf(rooms.stream().map(TermVector::room));
    }

    /** By one of them, of whom there is at least one. */
    public TermQuery by(Collection<UUID> authors) {
        return anyOf(authors.stream().map(TermVector::author));
    }

    /** In the weeks from the one to the other. */
    public TermQuery sent(Instant from, Instant to) {
        return anyOf(LongStream.rangeClosed(TermVector.weekOf(from), TermVector.weekOf(to))
                .mapToObj(TermVector::week));
    }

    private TermQuery anyOf(Stream<String> terms) {
        parts.add(terms.collect(Collectors.joining(" | ", "(", ")")));
        return this;
    }

    /** To be cast. */
    public String text() {
        return String.join(" & ", parts);
    }
}
