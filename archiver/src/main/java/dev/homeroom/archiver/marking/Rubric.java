package dev.homeroom.archiver.marking;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the work in a room is judged by.
 *
 * @param version grows with each change; 0 where there is none yet
 */
record Rubric(long version, List<Criterion> criteria) {
    static final Rubric NONE = new Rubric(0, List.of());

    Rubric {
        criteria = List.copyOf(criteria);
    }

    /** One thing to judge. */
    record Criterion(UUID id, String name, String description, List<Level> levels) {
        Criterion {
            levels = List.copyOf(levels);
        }

        /** The most that one can get for it. */
        BigDecimal outOf() {
            return levels.stream().map(Level::points).reduce(BigDecimal.ZERO, BigDecimal::max);
        }

        private Optional<Level> level(UUID id) {
            return levels.stream().filter(level -> level.id().equals(id)).findFirst();
        }
    }

    /** How well it was done, and what that is worth. */
    record Level(UUID id, String name, String description, BigDecimal points) {}

    /** A criterion with the level that somebody has been given, in words that stay when the rubric changes. */
    record Score(String criterion, String level, String description, BigDecimal points, BigDecimal outOf) {
        boolean sameAs(Score other) {
            return criterion.equals(other.criterion)
                    && level.equals(other.level)
                    && points.compareTo(other.points) == 0
                    && outOf.compareTo(other.outOf) == 0;
        }
    }

    BigDecimal outOf() {
        return criteria.stream().map(Criterion::outOf).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The scores in the order of the criteria. What the rubric does not have any more is left out. */
    List<Score> scores(Map<UUID, UUID> levels) {
        return criteria.stream()
                .flatMap(criterion -> score(criterion, levels.get(criterion.id())))
                .toList();
    }

    private static Stream<Score> score(Criterion criterion, @Nullable UUID level) {
        return level == null
                ? Stream.empty()
                : criterion.level(level).stream()
                        .map(given -> new Score(
                                criterion.name(),
                                given.name(),
                                given.description(),
                                given.points(),
                                criterion.outOf()));
    }

    boolean has(UUID criterion, UUID level) {
        return criteria.stream()
                .anyMatch(
                        each -> each.id().equals(criterion) && each.level(level).isPresent());
    }
}
