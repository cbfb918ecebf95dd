package dev.homeroom.archiver.room;

import dev.homeroom.archiver.account.Accounts;
import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.paging.Page;
import dev.homeroom.archiver.paging.PageMark;
import dev.homeroom.archiver.room.MembershipRows.PastMember;
import dev.homeroom.archiver.room.RoomResult.Done;
import dev.homeroom.archiver.room.RoomResult.NotAStudent;
import dev.homeroom.archiver.room.RoomResult.NotFound;
import dev.homeroom.archiver.room.RoomResult.NotItsTeacher;
import dev.homeroom.archiver.room.RoomResult.OfGuests;
import dev.homeroom.archiver.room.RoomResult.TooManyMembers;
import dev.homeroom.archiver.room.RoomResult.UnknownGroups;
import dev.homeroom.archiver.room.RoomResult.UnknownMember;
import dev.homeroom.archiver.room.RoomResult.UnknownMembers;
import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionInterceptor;

/** Rooms, as those who may know of them see and change them. A room of others does not exist. */
@Component
public class Rooms {
    private final RoomRows rooms;
    private final MemberRows members;
    private final Membership membership;
    private final MembershipRows memberships;
    private final Accounts accounts;
    private final RoomPublication publication;

    Rooms(
            RoomRows rooms,
            MemberRows members,
            Membership membership,
            MembershipRows memberships,
            Accounts accounts,
            RoomPublication publication) {
        this.rooms = rooms;
        this.members = members;
        this.membership = membership;
        this.memberships = memberships;
        this.accounts = accounts;
        this.publication = publication;
    }

    /** What {@code caller} is to the room; empty where it does not exist for them. */
    public Optional<RoomEntrance> access(Caller caller, RoomId room) {
        return rooms.find(caller, room).map(line -> new RoomEntrance(room, line.title(), line.access()));
    }

    /** Those of them whose transcripts {@code caller} may read, in the order of their ids. */
    public List<RoomEntrance> readable(Caller caller, Collection<UUID> wanted) {
        return rooms.find(caller, wanted).stream()
                .filter(line -> line.access().mayReadTranscript())
                .map(line -> new RoomEntrance(new RoomId(line.id()), line.title(), line.access()))
                .toList();
    }

    /** The rooms whose transcripts {@code caller} may read. */
    public Set<UUID> readable(Caller caller) {
        return rooms.readable(caller);
    }

    Page<RoomLine> listMine(Caller caller, @Nullable String after, int limit) {
        return page(rooms.listMine(caller, PageMark.decodeId(after), limit + 1), limit);
    }

    Page<RoomLine> listOfSchool(Caller caller, @Nullable String after, int limit) {
        return page(rooms.listOfSchool(caller, PageMark.decodeId(after), limit + 1), limit);
    }

    private static Page<RoomLine> page(List<RoomLine> found, int limit) {
        return Page.of(found, limit, room -> room.id().toString());
    }

    Optional<RoomDetail> find(Caller caller, RoomId room) {
        return rooms.find(caller, room).map(this::detail);
    }

    /** Whether they belonged to the room at that time, whatever they are to it now. */
    public boolean wasMember(Caller caller, RoomId room, Instant time) {
        return memberships.was(room, caller.id(), time);
    }

    /** Who belonged to the room at that time. */
    List<PastMember> members(RoomId room, Instant time) {
        return memberships.at(room, time);
    }

    private RoomDetail detail(RoomLine line) {
        RoomId room = new RoomId(line.id());
        return new RoomDetail(
                line.id(),
                line.title(),
                line.state(),
                line.access(),
                line.guest(),
                line.createdAt(),
                members.list(room),
                rooms.groups(room),
                rooms.overseers(room),
                line.slowMode(),
                line.hours());
    }

    /** Whoever makes a room is its teacher. */
    @Transactional
    public RoomResult create(Caller maker, String title, List<UUID> direct, List<UUID> groups) {
        return create(maker, title, direct, groups, null, null);
    }

    @Transactional
    public RoomResult create(
            Caller maker,
            String title,
            List<UUID> direct,
            List<UUID> groups,
            @Nullable Duration slowMode,
            @Nullable HoursChange hours) {
        RoomResult refusal = refusal(maker, direct, groups);
        if (refusal != null) {
            return refusal;
        }
        RoomId room = RoomId.create();
        rooms.insert(room, maker, title);
        setPace(room, slowMode, hours);
        rooms.replaceGroups(room, groups);
        boolean fits = membership.replace(room, with(direct, maker.id().value()));
        return fits ? published(maker, room) : tooManyMembers();
    }

    @Transactional
    public RoomResult change(Caller caller, RoomId room, RoomChange change) {
        Optional<RoomLine> found = rooms.find(caller, room);
        if (found.isEmpty()) {
            return new NotFound();
        }
        if (!found.get().access().mayManage()) {
            return new NotItsTeacher();
        }
        if (found.get().guest() && (change.slowMode() != null || change.hours() != null)) {
            return new OfGuests();
        }
        RoomResult refusal = refusal(caller, orNone(change.members()), orNone(change.groups()));
        if (refusal != null) {
            return refusal;
        }
        rooms.lock(room);
        return apply(room, change) ? published(caller, room) : tooManyMembers();
    }

    /** @return false if the room would have too many members */
    private boolean apply(RoomId room, RoomChange change) {
        if (change.title() != null) {
            rooms.rename(room, change.title());
        }
        if (change.state() != null) {
            rooms.setState(room, change.state());
        }
        setPace(room, change.slowMode(), change.hours());
        if (change.groups() != null) {
            rooms.replaceGroups(room, change.groups());
        }
        return (change.members() == null && change.groups() == null)
                || membership.replace(room, directMembers(room, change.members()));
    }

    private void setPace(RoomId room, @Nullable Duration slowMode, @Nullable HoursChange hours) {
        if (slowMode != null) {
            rooms.setSlowMode(room, slowMode);
        }
        if (hours != null) {
            rooms.setHours(room, hours.hours());
        }
    }

    private Collection<UUID> directMembers(RoomId room, @Nullable List<UUID> wanted) {
        if (wanted == null) {
            return members.direct(room);
        }
        return rooms.maker(room).map(maker -> with(wanted, maker)).orElse(Set.copyOf(wanted));
    }

    /** Teachers can be given back their word, which they may have lost as students, and not be muted. */
    @Transactional
    public RoomResult mute(Caller caller, RoomId room, AccountId member, boolean muted) {
        Optional<RoomLine> found = rooms.find(caller, room);
        if (found.isEmpty()) {
            return new NotFound();
        }
        if (!found.get().access().mayKeepOrder()) {
            return new NotItsTeacher();
        }
        rooms.lock(room);
        if (muted && members.isTeacher(room, member)) {
            return new NotAStudent();
        }
        return members.mute(room, member, muted) ? published(caller, room) : new UnknownMember();
    }

    /** Groups are locked here, before the room is: whoever changes a group locks in the same order. */
    private @Nullable RoomResult refusal(Caller caller, List<UUID> direct, List<UUID> groups) {
        List<UUID> unknown = accounts.unknown(caller.school(), direct);
        if (!unknown.isEmpty()) {
            return new UnknownMembers(unknown);
        }
        Set<UUID> existing = rooms.lockGroups(caller.school(), groups);
        List<UUID> unknownGroups =
                groups.stream().filter(group -> !existing.contains(group)).toList();
        return unknownGroups.isEmpty() ? null : new UnknownGroups(unknownGroups);
    }

    private RoomResult tooManyMembers() {
        TransactionInterceptor.currentTransactionStatus().setRollbackOnly();
        return new TooManyMembers(membership.limit());
    }

    private RoomResult published(Caller caller, RoomId room) {
        publication.publish(room);
        return find(caller, room).<RoomResult>map(Done::new).orElseGet(NotFound::new);
    }

    private static List<UUID> orNone(@Nullable List<UUID> ids) {
        return ids == null ? List.of() : ids;
    }

    private static Set<UUID> with(Collection<UUID> ids, UUID another) {
        Set<UUID> all = new LinkedHashSet<>(ids);
        all.add(another);
        return all;
    }
}
