package dev.homeroom.archiver.concern;

import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.concern.ConcernQuery.Origin;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.RoomId;
import org.springframework.stereotype.Component;

/** What the pages do about concerns, for other packages to do; in the caller's transaction, where there is one. */
@Component
public class ConcernDesk {
    private static final int NEWEST = 100;

    private final FlaggedWords words;
    private final Reports reports;
    private final Concerns concerns;

    ConcernDesk(FlaggedWords words, Reports reports, Concerns concerns) {
        this.words = words;
        this.reports = reports;
        this.concerns = concerns;
    }

    /** From now on. */
    public void flag(Caller admin, String word) {
        words.add(admin, word, false);
    }

    public void report(Caller reporter, RoomId room, MessageId message, Reason reason, String note) {
        reports.report(reporter, room, message, reason, note);
    }

    /** Of the newest reports. */
    public void decide(Caller caller, RoomId room, MessageId message, Outcome outcome, String note) {
        ConcernQuery reported = new ConcernQuery(room.value(), null, Origin.REPORTED, false, null);
        concerns.list(caller, reported, NEWEST).items().stream()
                .filter(concern -> concern.message().equals(message))
                .forEach(concern -> concerns.decide(
                        caller, concern.id(), concern.decisions().size(), outcome, note));
    }
}
