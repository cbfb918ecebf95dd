package dev.homeroom.edge.membership;

import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.RoomMember;
import dev.homeroom.contract.RoomRecord;
import dev.homeroom.contract.RoomRole;
import dev.homeroom.contract.RoomState;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A room as the rooms topic has it, with its members by account. Never changes; a newer revision is a new object. */
public final class Room {
    private final RoomRecord entry;
    private final Map<AccountId, RoomMember> people;

    Room(RoomRecord entry) {
        this.entry = entry;
        this.people = entry.members().stream()
                .collect(Collectors.toUnmodifiableMap(RoomMember::account, Function.identity(), (first, _) -> first));
    }

    public RoomId id() {
        return entry.room();
    }

    public String title() {
        return entry.title();
    }

    public RoomState state() {
        return entry.state();
    }

    boolean isGuest() {
        return entry.guest();
    }

    long revision() {
        return entry.revision();
    }

    /** The member with this account, unless they have none or are one no more. */
    public Optional<RoomMember> member(AccountId account) {
        return Optional.ofNullable(people.get(account)).filter(member -> !member.former());
    }

    /** The name to show for an account that is, or once was, a member. */
    public Optional<String> nameOf(AccountId account) {
        return Optional.ofNullable(people.get(account)).map(RoomMember::name);
    }

    /** Whether this member may write now. */
    public Speech speechOf(RoomMember member) {
        return switch (state()) {
            case CLOSED -> Speech.ROOM_CLOSED;
            case LOCKED -> member.role() == RoomRole.TEACHER ? mutedOrFree(member) : Speech.ROOM_LOCKED;
            case OPEN -> mutedOrFree(member);
        };
    }

    private static Speech mutedOrFree(RoomMember member) {
        return member.muted() ? Speech.MUTED : Speech.FREE;
    }
}
