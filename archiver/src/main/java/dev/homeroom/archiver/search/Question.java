package dev.homeroom.archiver.search;

import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.archiver.words.TermQuery;
import dev.homeroom.archiver.words.Wanted;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is searched for, and where.
 *
 * @param rooms in these rooms
 * @param account by this person; null for anybody
 * @param from sent at this time or later
 * @param to sent before this time
 * @param after what comes after the end of an earlier page
 */
record Question(
        Wanted wanted,
        Collection<UUID> rooms,
        @Nullable UUID account,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable SearchMark after) {
    /** With more rooms it is not worth while to ask the index for them: the answer is looked through instead. */
    private static final int ROOMS_BY_INDEX = 200;

    /** The end of the time in which something may be found, if it ends before {@code last}. */
    Instant end(Instant last) {
        Instant end = to != null && to.isBefore(last) ? to : last;
        return after != null && after.sentAt().isBefore(end) ? after.sentAt() : end;
    }

    TermQuery terms() {
        TermQuery terms = TermQuery.of(wanted);
        if (rooms.size() <= ROOMS_BY_INDEX) {
            terms.in(rooms);
        }
        return account == null ? terms : terms.by(List.of(account));
    }

    /** What a message has to fulfil that has the words. */
    String conditions() {
        return "kind = 0 AND room = ANY (:rooms)"
                + (account == null ? "" : " AND account = :account")
                + (from == null ? "" : " AND sent_at >= :from")
                + (to == null ? "" : " AND sent_at < :to")
                + (after == null ? "" : " AND (sent_at, id) < (:sentAt, :id)");
    }

    Map<String, Object> params() {
        Map<String, Object> params = new HashMap<>();
        params.put("rooms", Sql.uuids(rooms));
        if (account != null) {
            params.put("account", account);
        }
        if (from != null) {
            params.put("from", Sql.time(from));
        }
        if (to != null) {
            params.put("to", Sql.time(to));
        }
        if (after != null) {
            params.put("sentAt", Sql.time(after.sentAt()));
            params.put("id", after.id());
        }
        return params;
    }
}
