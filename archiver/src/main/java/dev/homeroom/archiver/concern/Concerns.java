package dev.homeroom.archiver.concern;

import dev.homeroom.archiver.account.Accounts;
import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.concern.ConcernRows.OpenCount;
import dev.homeroom.archiver.concern.DecisionResult.Decided;
import dev.homeroom.archiver.concern.DecisionResult.DecidedMeanwhile;
import dev.homeroom.archiver.concern.DecisionResult.MessageGone;
import dev.homeroom.archiver.concern.DecisionResult.NoSafeguardingLead;
import dev.homeroom.archiver.concern.DecisionResult.NotAStudentOfTheRoom;
import dev.homeroom.archiver.concern.DecisionResult.NotFound;
import dev.homeroom.archiver.paging.Page;
import dev.homeroom.archiver.room.RoomResult;
import dev.homeroom.archiver.room.Rooms;
import dev.homeroom.archiver.transcript.MessageRemoval;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionInterceptor;

/** The concerns that exist for somebody, and deciding about them. */
@Component
class Concerns {
    private final ConcernRows rows;
    private final Accounts accounts;
    private final Rooms rooms;
    private final MessageRemoval removal;

    Concerns(ConcernRows rows, Accounts accounts, Rooms rooms, MessageRemoval removal) {
        this.rows = rows;
        this.accounts = accounts;
        this.rooms = rooms;
        this.removal = removal;
    }

    Page<Concern> list(Caller caller, ConcernQuery query, int limit) {
        List<Concern> found = rows.list(caller, query, limit + 1);
        return Page.of(found, limit, concern -> concern.mark().text());
    }

    List<OpenCount> countOpen(Caller caller) {
        return rows.countOpen(caller);
    }

    Optional<Concern> find(Caller caller, UUID id) {
        return rows.find(caller, id);
    }

    /**
     * Decides, and does what was decided: both or neither.
     *
     * @param known how many decisions the caller knows of
     */
    @Transactional
    DecisionResult decide(Caller caller, UUID id, int known, Outcome outcome, @Nullable String note) {
        OptionalInt decisions = rows.lock(caller, id);
        if (decisions.isEmpty()) {
            return new NotFound();
        }
        if (decisions.getAsInt() != known) {
            return new DecidedMeanwhile();
        }
        Concern concern = rows.find(caller, id).orElseThrow();
        DecisionResult hindrance = carryOut(caller, concern, outcome);
        if (hindrance != null) {
            TransactionInterceptor.currentTransactionStatus().setRollbackOnly();
            return hindrance;
        }
        rows.decide(id, known + 1, outcome, note, caller.id());
        return new Decided(rows.find(caller, id).orElseThrow());
    }

    /** @return why it could not be done; null where it was */
    private @Nullable DecisionResult carryOut(Caller caller, Concern concern, Outcome outcome) {
        return switch (outcome) {
            case NOTHING_TO_DO, TALKED_TO_STUDENT, REOPENED -> null;
            case MESSAGE_REMOVED -> remove(caller, concern);
            case STUDENT_MUTED -> mute(caller, concern);
            case PASSED_ON -> accounts.haveSafeguardingLead(caller.school()) ? null : new NoSafeguardingLead();
        };
    }

    private @Nullable DecisionResult remove(Caller caller, Concern concern) {
        if (concern.text() == null) {
            return new MessageGone();
        }
        return switch (removal.remove(caller, concern.room(), concern.message())) {
            case REMOVED, REMOVED_BEFORE -> null;
            case NOT_FOUND -> new MessageGone();
        };
    }

    private @Nullable DecisionResult mute(Caller caller, Concern concern) {
        return rooms.mute(caller, concern.room(), concern.author(), true) instanceof RoomResult.Done
                ? null
                : new NotAStudentOfTheRoom();
    }
}
