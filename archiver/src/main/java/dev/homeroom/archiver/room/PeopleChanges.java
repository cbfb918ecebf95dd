package dev.homeroom.archiver.room;

import dev.homeroom.archiver.account.AccountChanged;
import dev.homeroom.archiver.group.GroupChanged;
import dev.homeroom.archiver.group.RoomTooFullException;
import dev.homeroom.contract.RoomId;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Follows changes of accounts and groups, within the transactions that make them. */
@Component
class PeopleChanges {
    private final RoomRows rooms;
    private final MemberRows members;
    private final Membership membership;
    private final RoomPublication publication;

    PeopleChanges(RoomRows rooms, MemberRows members, Membership membership, RoomPublication publication) {
        this.rooms = rooms;
        this.members = members;
        this.membership = membership;
        this.publication = publication;
    }

    @EventListener
    void follow(AccountChanged change) {
        publication.publish(members.roomsOf(change.account()));
    }

    @EventListener
    void follow(GroupChanged change) {
        List<UUID> affected = publication.lock(rooms.withGroup(change.group()));
        if (!affected.stream().map(RoomId::new).allMatch(membership::refresh)) {
            throw new RoomTooFullException(membership.limit());
        }
        publication.publish(affected);
    }
}
