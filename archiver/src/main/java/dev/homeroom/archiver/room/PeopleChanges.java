package dev.homeroom.archiver.room;

import dev.homeroom.archiver.account.AccountChanged;
import dev.homeroom.archiver.group.GroupChanged;
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
    private final RoomPublication publication;

    PeopleChanges(RoomRows rooms, MemberRows members, RoomPublication publication) {
        this.rooms = rooms;
        this.members = members;
        this.publication = publication;
    }

    @EventListener
    void follow(AccountChanged change) {
        publication.publish(members.roomsOf(change.account()));
    }

    @EventListener
    void follow(GroupChanged change) {
        List<UUID> affected = publication.lock(rooms.withGroup(change.group()));
        affected.stream().map(RoomId::new).forEach(room -> members.replace(room, members.direct(room)));
        publication.publish(affected);
    }
}
