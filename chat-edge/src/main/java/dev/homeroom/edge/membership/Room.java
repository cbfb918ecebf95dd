package dev.homeroom.edge.membership;

import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.RoomHours;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.RoomMember;
import dev.homeroom.contract.RoomRecord;
import dev.homeroom.contract.RoomRole;
import dev.homeroom.contract.RoomState;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A room as the rooms topic has it, with its members by account. Never changes; a newer revision is a new object. */
public final class Room {
    private final RoomRecord entry;
    private final Map<AccountId, RoomMember> people;
    /** Reckoned once for all who ask between two changes. */
    private volatile @Nullable Opening lastOpening;

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

    /** How long a student waits from one message to the next; zero if they need not. */
    public Duration slowMode() {
        return entry.slowMode() == null ? Duration.ZERO : entry.slowMode();
    }

    /** How long this member waits from one message to the next. */
    public Duration gapOf(RoomMember member) {
        return isTeacher(member) ? Duration.ZERO : slowMode();
    }

    /** When students may write; empty if always. */
    public Optional<RoomHours> hours() {
        return Optional.ofNullable(entry.hours());
    }

    /** Whether they may by these hours; empty where there are none. */
    public Optional<Opening> opening(Instant now) {
        return hours().map(hours -> {
            Opening known = lastOpening;
            if (known != null && known.holdsAt(now)) {
                return known;
            }
            Opening opening = Opening.at(hours, now);
            lastOpening = opening;
            return opening;
        });
    }

    /** Whether this member may write now. */
    public Speech speechOf(RoomMember member, Instant now) {
        if (state() == RoomState.CLOSED) {
            return Speech.ROOM_CLOSED;
        }
        if (!isTeacher(member)) {
            if (state() == RoomState.LOCKED) {
                return Speech.ROOM_LOCKED;
            }
            if (opening(now).filter(opening -> !opening.isOpen()).isPresent()) {
                return Speech.ROOM_NOT_OPEN;
            }
        }
        return member.muted() ? Speech.MUTED : Speech.FREE;
    }

    /** Whether this member may look in without being present. */
    public static boolean mayWatch(RoomMember member) {
        return isTeacher(member);
    }

    private static boolean isTeacher(RoomMember member) {
        return member.role() == RoomRole.TEACHER;
    }
}
