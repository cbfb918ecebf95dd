package dev.homeroom.archiver.replay;

import dev.homeroom.archiver.ingest.Readmission.Mode;
import dev.homeroom.archiver.ingest.Readmitted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a person reads of a replay: a line for each thing that became of letters. */
final class Report {
    private Report() {}

    static List<String> of(Tally tally, Mode mode) {
        Readmitted readmitted = tally.readmitted();
        List<String> lines = new ArrayList<>();
        lines.add(line("dead letters read", tally.letters(), ""));
        lines.add(line("not asked for", tally.thatWerePassedOver(), ""));
        lines.add(line(mode == Mode.TRIAL ? "would be stored" : "stored", readmitted.stored(), ""));
        lines.add(line("already there", readmitted.known(), ""));
        lines.add(line("still bad", bad(readmitted), reasons(readmitted)));
        lines.add(line("unreadable", unreadable(tally), whatIsUnreadable(tally)));
        return lines;
    }

    private static String line(String what, long count, String more) {
        return String.format(Locale.ROOT, "%-18s %9d   %s", what, count, more).stripTrailing();
    }

    private static long bad(Readmitted readmitted) {
        return readmitted.bad().values().stream().mapToLong(Long::longValue).sum();
    }

    private static String reasons(Readmitted readmitted) {
        return readmitted.bad().entrySet().stream()
                .map(reason -> reason.getKey().text() + " " + reason.getValue())
                .collect(Collectors.joining(", "));
    }

    private static long unreadable(Tally tally) {
        return tally.thatAreIllegible() + tally.ofUnknownTopics() + tally.whoseRecordIsGone();
    }

    private static String whatIsUnreadable(Tally tally) {
        List<String> parts = new ArrayList<>();
        add(parts, "no dead letter of an archiver", tally.thatAreIllegible());
        add(parts, "of a topic that this database does not know", tally.ofUnknownTopics());
        add(parts, "left out, and not on the log any more", tally.whoseRecordIsGone());
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, String what, long count) {
        if (count > 0) {
            parts.add(what + " " + count);
        }
    }
}
