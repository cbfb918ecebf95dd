package dev.homeroom.faults.report;

import dev.homeroom.faults.Verdict;
import dev.homeroom.faults.check.Count;
import dev.homeroom.faults.check.Tally;
import dev.homeroom.faults.mischief.Mischief;
import java.util.Formatter;
import java.util.Locale;

/** A verdict for people to read. */
public final class Table {
    private Table() {}

    public static String of(Verdict verdict) {
        Formatter table = new Formatter(Locale.ROOT);
        for (Mischief mischief : Mischief.values()) {
            row(table, mischief.name().toLowerCase(Locale.ROOT), verdict.done().getOrDefault(mischief, 0));
        }
        happened(table, verdict.tally());
        table.format("%n");
        for (Count count : Count.values()) {
            if (!verdict.judged().contains(count)) {
                continue;
            }
            row(table, count.title(), verdict.findings().of(count));
            verdict.findings().examples(count).forEach(example -> table.format("    %s%n", example));
        }
        table.format("%n%-44s %s%n", "verdict", verdict.findings().isClean() ? "every promise kept" : "BROKEN");
        return table.toString();
    }

    private static void happened(Formatter table, Tally tally) {
        row(table, "connections broken by clients", tally.suffered());
        row(table, "connections lost", tally.disconnects());
        row(table, "sessions recovered", tally.recovered());
        row(table, "sessions begun afresh", tally.afresh());
        row(table, "messages written", tally.written());
        row(table, "messages acknowledged", tally.acked());
        row(table, "messages shown", tally.deliveries());
    }

    private static void row(Formatter table, String name, long count) {
        table.format("%-44s %,12d%n", name, count);
    }
}
