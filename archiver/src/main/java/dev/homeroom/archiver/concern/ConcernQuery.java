package dev.homeroom.archiver.concern;

import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.sql.Sql;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which concerns somebody asks for, among those that exist for them: the ones of the rooms that they teach, for the
 * safeguarding lead all of the school, and never one about what they wrote themselves.
 *
 * @param room in this room; null for all
 * @param state null for all
 * @param origin null for all
 * @param oldestFirst or the newest
 * @param after what comes after the end of an earlier page
 */
record ConcernQuery(
        @Nullable UUID room,
        @Nullable ConcernState state,
        @Nullable Origin origin,
        boolean oldestFirst,
        @Nullable ConcernMark after) {
    /** Of a row {@code c} of concerns. */
    static final String VISIBLE = """
            c.school = :school AND c.account <> :me AND (:lead OR EXISTS (
              SELECT FROM current_member m WHERE m.room = c.room AND m.account = :me AND m.role <> 'student'))
            """;

    /** What brought a message up; it may be both. */
    enum Origin {
        REPORTED,
        FLAGGED
    }

    static Map<String, Object> asking(Caller caller) {
        Map<String, Object> params = new HashMap<>();
        params.put("school", caller.school().value());
        params.put("me", caller.id().value());
        params.put("lead", caller.safeguardingLead());
        return params;
    }

    String conditions() {
        return VISIBLE
                + (room == null ? "" : " AND c.room = :room")
                + (state == null ? "" : " AND c.state = :state")
                + (origin == null ? "" : origin == Origin.REPORTED ? " AND c.reported" : " AND c.flagged")
                + (after == null ? "" : " AND (c.raised_at, c.id) " + (oldestFirst ? ">" : "<") + " (:raised, :id)");
    }

    String order() {
        return oldestFirst ? "raised_at, id" : "raised_at DESC, id DESC";
    }

    Map<String, Object> params(Caller caller) {
        Map<String, Object> params = asking(caller);
        if (room != null) {
            params.put("room", room);
        }
        if (state != null) {
            params.put("state", state.text());
        }
        if (after != null) {
            params.put("raised", Sql.time(after.raisedAt()));
            params.put("id", after.id());
        }
        return params;
    }
}
