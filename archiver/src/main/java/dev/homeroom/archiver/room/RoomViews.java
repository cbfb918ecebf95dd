package dev.homeroom.archiver.room;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.homeroom.contract.RoomState;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rooms as JSON. */
final class RoomViews {
    private RoomViews() {}

    record RoomLineView(
            UUID id,
            String title,
            String state,
            RoomAccess role,
            boolean guest,
            @JsonProperty("member_count") int memberCount,
            @JsonProperty("last_message_at") @Nullable Instant lastMessageAt,
            @JsonProperty("created_at") Instant createdAt) {
        static RoomLineView of(RoomLine room) {
            return new RoomLineView(
                    room.id(),
                    room.title(),
                    text(room.state()),
                    room.access(),
                    room.guest(),
                    room.memberCount(),
                    room.lastMessageAt(),
                    room.createdAt());
        }
    }

    record RoomView(
            UUID id,
            String title,
            String state,
            RoomAccess role,
            boolean guest,
            @JsonProperty("created_at") Instant createdAt,
            List<MemberView> members,
            List<RoomDetail.GroupName> groups,
            List<OverseerView> overseers,
            @JsonProperty("slow_mode") long slowMode,
            @Nullable RoomHoursView hours) {
        /** Students learn neither usernames, which are half of a sign-in, nor groups, whose names may say too much. */
        static RoomView of(RoomDetail room) {
            boolean staff = room.access() != RoomAccess.STUDENT;
            return new RoomView(
                    room.id(),
                    room.title(),
                    text(room.state()),
                    room.access(),
                    room.guest(),
                    room.createdAt(),
                    room.members().stream()
                            .map(member -> MemberView.of(member, staff))
                            .toList(),
                    staff ? room.groups() : List.of(),
                    room.overseers().stream().map(OverseerView::of).toList(),
                    room.slowMode() == null ? 0 : room.slowMode().toSeconds(),
                    room.hours() == null ? null : RoomHoursView.of(room.hours()));
        }
    }

    /** Somebody who reads the transcript without being a member: whoever writes may know who that is. */
    record OverseerView(
            @JsonProperty("display_name") String displayName,
            boolean admin,
            @JsonProperty("safeguarding_lead") boolean safeguardingLead) {
        static OverseerView of(RoomDetail.Overseer overseer) {
            return new OverseerView(overseer.displayName(), overseer.admin(), overseer.safeguardingLead());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MemberView(
            UUID id,
            @JsonProperty("display_name") String displayName,
            String role,
            boolean muted,
            @Nullable String username,
            @Nullable Boolean direct) {
        static MemberView of(RoomDetail.Person member, boolean staff) {
            return new MemberView(
                    member.id(),
                    member.displayName(),
                    member.teacher() ? "teacher" : "student",
                    member.muted(),
                    staff ? member.username() : null,
                    staff ? member.direct() : null);
        }
    }

    private static String text(RoomState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
