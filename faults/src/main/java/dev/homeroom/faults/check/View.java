package dev.homeroom.faults.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one client was shown of one room, held against the log as it is read.
 *
 * <p>From the position that {@code enter_room} was answered with, or that it was resumed from, every message of the log must come,
 * once and in order. Where the client was told that it begins afresh, nothing is asked of what was before. Not thread-safe.
 */
final class View {
    private final String who;
    private final RoomLog log;
    private final Findings findings;
    private final Set<String> shown = new HashSet<>();
    private @Nullable Spot through;
    private List<String> present = List.of();

    /** @param who for people: which client, which room */
    View(String who, RoomLog log, Findings findings) {
        this.who = who;
        this.log = log;
        this.findings = findings;
    }

    /** @param resumed whether it goes on where it was */
    void entered(Spot from, boolean resumed, List<String> there) {
        if (!resumed || through == null) {
            through = from;
            shown.clear();
        }
        present = there;
    }

    void message(Spot spot, String id) {
        if (!shown.add(id)) {
            findings.add(Count.SHOWN_TWICE, who + ": " + id + " at " + spot);
            return;
        }
        RoomLog.Entry entry = log.message(id).orElse(null);
        if (entry == null) {
            findings.add(Count.SHOWN_BUT_NOT_KEPT, who + ": " + id + " at " + spot);
            return;
        }
        advance(entry.spot(), id);
    }

    private void advance(Spot spot, String what) {
        Spot before = through;
        if (before == null || !before.comparableWith(spot)) {
            if (before != null) {
                findings.add(Count.SILENT_GAPS, who + ": from " + before + " to another log, " + spot);
            }
            through = spot;
            return;
        }
        if (spot.offset() <= before.offset()) {
            findings.add(Count.SHOWN_OUT_OF_ORDER, who + ": " + what + " at " + spot + " after " + before);
            return;
        }
        missed(Count.SILENT_GAPS, log.messagesBetween(before, spot), spot.toString());
        through = spot;
    }

    /** All up to there has been shown. */
    void caughtUp(Spot spot) {
        Spot before = through;
        if (before != null && before.comparableWith(spot) && spot.offset() > before.offset()) {
            missed(
                    Count.SILENT_GAPS,
                    log.messagesBetween(before, new Spot(spot.topic(), spot.partition(), spot.offset() + 1)),
                    "caught up");
            through = spot;
        }
    }

    void people(List<String> there) {
        present = there;
    }

    /**
     * The client is there still, all is quiet and whole.
     *
     * @param expected who is present
     */
    void end(Set<String> expected) {
        if (through != null) {
            missed(Count.NOT_DELIVERED, log.messagesBetween(through, null), "the end");
        }
        if (!expected.equals(Set.copyOf(present))) {
            Set<String> strange = new HashSet<>(present);
            strange.removeAll(expected);
            Set<String> missing = new HashSet<>(expected);
            present.forEach(missing::remove);
            findings.add(Count.PRESENT_WRONGLY, who + ": shows " + strange + " and lacks " + missing);
        }
    }

    private void missed(Count count, List<RoomLog.Entry> entries, String until) {
        entries.stream()
                .filter(entry -> !shown.contains(entry.id()))
                .forEach(entry ->
                        findings.add(count, who + ": " + entry.id() + " at " + entry.spot() + ", before " + until));
    }
}
