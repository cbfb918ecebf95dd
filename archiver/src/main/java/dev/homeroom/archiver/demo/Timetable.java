package dev.homeroom.archiver.demo;

import dev.homeroom.archiver.demo.Moment.Came;
import dev.homeroom.archiver.demo.Moment.Said;
import dev.homeroom.archiver.demo.Moment.Went;
import dev.homeroom.archiver.demo.Script.Line;
import dev.homeroom.archiver.demo.Script.Scene;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Gives scripts their times: by the clocks of a zone, people write as fast as they can, and nothing is in the future. Where the
 * last conversation of today would be, the whole of it is a day earlier.
 */
final class Timetable {
    private static final Duration BETWEEN_ARRIVALS = Duration.ofSeconds(4);
    private static final Duration BEFORE_THE_FIRST = Duration.ofSeconds(3);
    private static final Duration BEFORE_PEOPLE_GO = Duration.ofSeconds(20);
    private static final long SHORTEST_MILLIS = 10_000;
    private static final long LONGEST_MILLIS = 70_000;
    private static final int MILLIS_PER_LETTER = 220;
    private static final int MILLIS_PER_IDEOGRAPH = 600;
    private static final int MOST_DITHERING_MILLIS = 9_000;

    private final ZoneId zone;
    private final LocalDate lastDay;

    private Timetable(ZoneId zone, LocalDate lastDay) {
        this.zone = zone;
        this.lastDay = lastDay;
    }

    static Timetable before(Instant now, ZoneId zone, Collection<Script> scripts) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        Timetable asToday = new Timetable(zone, today);
        boolean over = scripts.stream()
                .flatMap(script -> asToday.of(script).stream())
                .allMatch(moment -> moment.at().isBefore(now));
        return over ? asToday : new Timetable(zone, today.minusDays(1));
    }

    /** In the order of their times. */
    List<Moment> of(Script script) {
        return script.scenes().stream().flatMap(scene -> of(scene).stream()).toList();
    }

    private List<Moment> of(Scene scene) {
        List<Moment> moments = new ArrayList<>();
        Instant at = lastDay.minusDays(scene.daysAgo())
                .atTime(scene.at())
                .atZone(zone)
                .toInstant();
        for (String person : scene.people()) {
            at = later(at, BETWEEN_ARRIVALS, person);
            moments.add(new Came(at, person));
        }
        at = at.plus(BEFORE_THE_FIRST);
        for (Line line : scene.lines()) {
            at = at.plus(line.pause()).plusMillis(millisToWrite(line.text()));
            moments.add(new Said(at, line));
        }
        at = at.plus(BEFORE_PEOPLE_GO);
        for (String person : scene.people()) {
            at = later(at, BETWEEN_ARRIVALS, person);
            moments.add(new Went(at, person));
        }
        return moments;
    }

    private static Instant later(Instant at, Duration pause, String salt) {
        return at.plus(pause).plusMillis(Math.floorMod(salt.hashCode(), 3_000));
    }

    private static long millisToWrite(String text) {
        long writing = text.codePoints()
                .mapToLong(c -> Character.isIdeographic(c) ? MILLIS_PER_IDEOGRAPH : MILLIS_PER_LETTER)
                .sum();
        long dithering = Math.floorMod(text.hashCode(), MOST_DITHERING_MILLIS);
        return Math.min(LONGEST_MILLIS, SHORTEST_MILLIS + writing) + dithering;
    }
}
