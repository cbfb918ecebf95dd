package dev.homeroom.archiver.marking;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.homeroom.archiver.marking.Rubric.Criterion;
import dev.homeroom.archiver.marking.Rubric.Level;
import dev.homeroom.archiver.marking.RubricController.CriterionRequest;
import dev.homeroom.archiver.marking.RubricController.LevelRequest;
import dev.homeroom.archiver.problem.ProblemException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a rubric of what was sent, or says which part of it cannot be. */
@Component
class RubricReader {
    private static final int DECIMALS = 2;

    private final Texts texts;
    private final MarkingSettings settings;

    RubricReader(Texts texts, MarkingSettings settings) {
        this.texts = texts;
        this.settings = settings;
    }

    /** @param before what the ids of things that are there already are of */
    List<Criterion> read(List<CriterionRequest> requests, Rubric before) {
        requireFew("criteria", requests, settings.maxCriteria());
        Ids ids = new Ids(before);
        Unrepeated names = new Unrepeated();
        List<Criterion> criteria = new ArrayList<>();
        for (CriterionRequest request : requests) {
            String field = "criteria[" + criteria.size() + "]";
            String name = texts.name(field + ".name", request.name());
            names.add(field + ".name", name);
            criteria.add(new Criterion(
                    ids.take(field + ".id", request.id()),
                    name,
                    texts.description(field + ".description", request.description()),
                    levels(field + ".levels", request.levels(), ids)));
        }
        return criteria;
    }

    private List<Level> levels(String field, @Nullable List<LevelRequest> requests, Ids ids) {
        if (requests == null || requests.isEmpty()) {
            throw ProblemException.invalid(field, "must not be empty");
        }
        requireFew(field, requests, settings.maxLevels());
        Unrepeated names = new Unrepeated();
        List<Level> levels = new ArrayList<>();
        for (LevelRequest request : requests) {
            String place = field + "[" + levels.size() + "]";
            String name = texts.name(place + ".name", request.name());
            names.add(place + ".name", name);
            levels.add(new Level(
                    ids.take(place + ".id", request.id()),
                    name,
                    texts.description(place + ".description", request.description()),
                    points(place + ".points", request.points())));
        }
        return levels;
    }

    private BigDecimal points(String field, @Nullable BigDecimal points) {
        if (points == null) {
            throw ProblemException.invalid(field, "must not be empty");
        }
        if (points.signum() < 0) {
            throw ProblemException.invalid(field, "must not be negative");
        }
        if (points.compareTo(BigDecimal.valueOf(settings.maxPoints())) > 0) {
            throw ProblemException.invalid(field, "must be at most " + settings.maxPoints());
        }
        BigDecimal plain = points.stripTrailingZeros();
        if (plain.scale() > DECIMALS) {
            throw ProblemException.invalid(field, "must have at most " + DECIMALS + " decimals");
        }
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private static void requireFew(String field, List<?> things, int limit) {
        if (things.size() > limit) {
            throw ProblemException.invalid(field, "must be at most " + limit);
        }
    }

    /** The ids of what was there, each of which can be used once; new things get new ones. */
    private static final class Ids {
        private final Set<UUID> free;

        Ids(Rubric before) {
            free = new HashSet<>(before.criteria().stream()
                    .flatMap(criterion -> Stream.concat(
                            Stream.of(criterion.id()),
                            criterion.levels().stream().map(Level::id)))
                    .toList());
        }

        UUID take(String field, @Nullable UUID id) {
            if (id != null && !free.remove(id)) {
                throw ProblemException.invalid(field, "is not of the rubric, or is there twice");
            }
            return Objects.requireNonNullElseGet(id, UuidCreator::getTimeOrderedEpoch);
        }
    }
}
