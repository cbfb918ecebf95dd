package dev.homeroom.archiver.participation;

import dev.homeroom.archiver.participation.Participation.Line;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds up what was read of a room. Memory grows with people and days, and not with messages. */
final class Count {
    private final Map<UUID, Counted> people = new LinkedHashMap<>();
    private final NavigableMap<Instant, Point> series = new TreeMap<>();
    private final Sum compared;
    private final Sum everybody;
    private final @Nullable UUID one;
    private boolean complete = true;

    private record Counted(Person person, Sum sum) {}

    /**
     * @param people all who may come up, in the order in which they are told of
     * @param one whose series is wanted, and who is told of even if they are silent; null for all who are compared
     */
    Count(Scope scope, List<Person> people, @Nullable UUID one) {
        people.forEach(person -> this.people.put(person.id(), new Counted(person, new Sum(scope))));
        this.one = one;
        compared = new Sum(scope);
        everybody = new Sum(scope);
    }

    void add(Tally tally) {
        Counted counted = counted(tally.person());
        counted.sum().add(tally);
        everybody.add(tally);
        if (counted.person().isCompared()) {
            compared.add(tally);
        }
        if (one == null ? counted.person().isCompared() : one.equals(tally.person())) {
            series.merge(tally.at(), Point.of(tally), Point::plus);
        }
        complete &= tally.uncounted() == 0;
    }

    void addRemoved(UUID person, int removed) {
        Counted counted = counted(person);
        counted.sum().addRemoved(removed);
        everybody.addRemoved(removed);
        if (counted.person().isCompared()) {
            compared.addRemoved(removed);
        }
    }

    private Counted counted(UUID person) {
        return Objects.requireNonNull(people.get(person));
    }

    Participation result() {
        Figures all = compared.figures();
        List<Line> lines = people.values().stream()
                .map(counted -> line(counted, all))
                .filter(line -> line.isShown() || line.person().id().equals(one))
                .sorted(Comparator.comparing(line -> !line.person().isCompared()))
                .toList();
        List<Figures> figures = lines.stream()
                .filter(line -> line.person().isCompared() && line.isShown())
                .map(Line::figures)
                .toList();
        return new Participation(
                lines,
                all,
                everybody.figures(),
                Median.of(figures, all.messages()),
                List.copyOf(series.values()),
                complete);
    }

    private static Line line(Counted counted, Figures all) {
        Figures figures = counted.sum().figures();
        boolean isCompared = counted.person().isCompared();
        return new Line(
                counted.person(), figures, isCompared ? Participation.share(figures.messages(), all.messages()) : null);
    }
}
