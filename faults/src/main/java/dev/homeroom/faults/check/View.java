package dev.homeroom.faults.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
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
    /** By their index in the log. */
    private final BitSet shown = new BitSet();

    private @Nullable Spot through;
    private List<String> present = List.of();
    /** From where it has last asked to resume. */
    private @Nullable Spot asked;
    /** While it asks to enter afresh. */
    private @Nullable Memory asking;

    /** What a client keeps that is refused, and what came while it waited for that. */
    private record Memory(@Nullable Spot through, BitSet shown, List<Shown> since) {}

    private record Shown(Spot at, String id, int digest) {}

    /** @param who for people: which client, which room */
    View(String who, RoomLog log, Findings findings) {
        this.who = who;
        this.log = log;
        this.findings = findings;
    }

    /**
     * The client keeps nothing of what it was shown, and asks to enter afresh. The answer may be lost while the server takes it for
     * there: then it begins with the first message that it is shown.
     */
    void asksAfresh() {
        asked = null;
        asking = new Memory(through, (BitSet) shown.clone(), new ArrayList<>());
        forget();
    }

    /** The client asks to be told of all behind this. */
    void asksToResume(Spot from) {
        asked = from;
    }

    /** The server has let the client in nowhere: it is where it was, if it was in. */
    void refused() {
        Memory before = asking;
        if (before != null) {
            asking = null;
            through = before.through;
            shown.clear();
            shown.or(before.shown);
            before.since.forEach(each -> message(each.at, each.id, each.digest));
        }
    }

    private void forget() {
        through = null;
        shown.clear();
    }

    /** @param resumed whether it goes on where it was */
    void entered(Spot from, boolean resumed, List<String> there) {
        asking = null;
        Spot wanted = asked;
        if (!resumed && wanted != null && wanted.comparableWith(from) && wanted.offset() <= from.offset()) {
            add(Count.NOT_RESUMED, "from " + wanted + " but from " + from);
        }
        asked = null;
        if (!resumed || through == null) {
            forget();
            through = from;
        }
        present = there;
    }

    /**
     * @param at where the client was told that the message stands
     * @param digest of the author and the text that it was told
     */
    void message(Spot at, String id, int digest) {
        if (asking != null) {
            asking.since.add(new Shown(at, id, digest));
        }
        OptionalInt index = log.indexOf(id);
        if (index.isEmpty()) {
            add(Count.SHOWN_BUT_NOT_KEPT, id + " at " + at);
            return;
        }
        if (!log.has(id, at) || log.messages().get(index.getAsInt()).digest() != digest) {
            add(Count.SHOWN_FALSELY, id + " at " + at);
        }
        if (shown.get(index.getAsInt())) {
            add(Count.SHOWN_TWICE, id + " at " + at);
        } else {
            shown.set(index.getAsInt());
            advance(at, id);
        }
    }

    /**
     * A message that stands on the log twice may be shown where it stands again, to whoever was not there before. In another
     * topic, of the same name, it goes on with the first message there.
     */
    private void advance(Spot at, String id) {
        Spot before = through;
        if (before != null && log.firstAfter(at) <= log.firstAfter(before) && !isAfter(at, before)) {
            add(Count.SHOWN_OUT_OF_ORDER, id + " at " + at + " after " + before);
            return;
        }
        missed(Count.SILENT_GAPS, log.firstAfter(at));
        through = at;
    }

    private static boolean isAfter(Spot at, Spot before) {
        return at.comparableWith(before) && at.offset() > before.offset();
    }

    /** All up to there has been shown. */
    void caughtUp(Spot spot) {
        Spot before = through;
        if (before != null && before.comparableWith(spot) && spot.offset() > before.offset()) {
            missed(Count.SILENT_GAPS, log.firstAfter(spot));
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
        missed(Count.NOT_DELIVERED, log.messages().size());
        Set<String> strange = new HashSet<>(present);
        strange.removeAll(expected);
        Set<String> missing = new HashSet<>(expected);
        present.forEach(missing::remove);
        if (!strange.isEmpty() || !missing.isEmpty()) {
            add(Count.PRESENT_WRONGLY, "shows " + strange + " and lacks " + missing);
        }
    }

    /** @param until the index of the first message that need not have been shown */
    private void missed(Count count, int until) {
        Spot after = through;
        if (after == null) {
            return;
        }
        for (int index = shown.nextClearBit(log.firstAfter(after));
                index < until;
                index = shown.nextClearBit(index + 1)) {
            RoomLog.Entry entry = log.messages().get(index);
            add(count, entry.id() + " at " + entry.spot() + ", after " + after);
        }
    }

    private void add(Count count, String what) {
        findings.add(count, who + ": " + what);
    }
}
