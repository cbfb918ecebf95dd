package dev.homeroom.archiver.participation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How everybody took part in a room.
 *
 * @param lines those who are compared first, by name; then teachers
 * @param compared all students and guests together
 * @param everybody teachers too: with what was removed, as many messages as the transcript has
 * @param median of those compared, the silent ones too
 * @param series of those compared, or of the one asked for; what is left out is zero
 * @param complete whether all messages have been looked through for words
 */
record Participation(
        List<Line> lines, Figures compared, Figures everybody, Median median, List<Point> series, boolean complete) {
    /**
     * How one person took part.
     *
     * @param share of the messages of those compared; null for those who are not
     */
    record Line(Person person, Figures figures, @Nullable Double share) {
        boolean isShown() {
            return person.isStudentNow() || !figures.isSilent();
        }
    }

    /** A part of a whole from 0 to 1, in ten thousandths; of nothing it is nothing. */
    static double share(double part, int whole) {
        return whole == 0 ? 0 : Math.round(part * 10_000 / whole) / 10_000.0;
    }

    Optional<Line> find(UUID person) {
        return lines.stream().filter(line -> line.person().id().equals(person)).findFirst();
    }
}
