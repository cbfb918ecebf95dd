package dev.homeroom.archiver.group;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.homeroom.archiver.account.Accounts;
import dev.homeroom.archiver.group.GroupResult.Done;
import dev.homeroom.archiver.group.GroupResult.NotFound;
import dev.homeroom.archiver.group.GroupResult.RoomTooFull;
import dev.homeroom.archiver.group.GroupResult.UnknownMembers;
import dev.homeroom.archiver.paging.Page;
import dev.homeroom.archiver.paging.PageMark;
import dev.homeroom.contract.SchoolId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The groups of a school; its teachers and admins share them. In the rooms that use a group, its students are members: a
 * teacher who is in it, too, is not.
 */
@Component
public class Groups {
    private final GroupRows rows;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Groups(GroupRows rows, Accounts accounts, ApplicationEventPublisher events, TransactionTemplate transaction) {
        this.rows = rows;
        this.accounts = accounts;
        this.events = events;
        this.transaction = transaction;
    }

    public Page<Group> list(SchoolId school, @Nullable String after, int limit) {
        return Page.of(
                rows.list(school, PageMark.decodeId(after), limit + 1),
                limit,
                group -> group.id().toString());
    }

    public Optional<Group> find(SchoolId school, UUID id) {
        return rows.find(school, id);
    }

    @Transactional
    public GroupResult create(SchoolId school, String name, Collection<UUID> members) {
        List<UUID> unknown = accounts.unknown(school, members);
        if (!unknown.isEmpty()) {
            return new UnknownMembers(unknown);
        }
        UUID id = UuidCreator.getTimeOrderedEpoch();
        rows.insert(school, id, name);
        rows.replaceMembers(id, members);
        return new Done(find(school, id).orElseThrow());
    }

    /** Null leaves a thing as it is. */
    public GroupResult change(SchoolId school, UUID id, @Nullable String name, @Nullable Collection<UUID> members) {
        try {
            return Objects.requireNonNull(transaction.execute(_ -> changed(school, id, name, members)));
        } catch (RoomTooFullException e) {
            return new RoomTooFull(e.limit());
        }
    }

    private GroupResult changed(SchoolId school, UUID id, @Nullable String name, @Nullable Collection<UUID> members) {
        if (!rows.lock(school, id)) {
            return new NotFound();
        }
        List<UUID> unknown = members == null ? List.of() : accounts.unknown(school, members);
        if (!unknown.isEmpty()) {
            return new UnknownMembers(unknown);
        }
        if (name != null) {
            rows.rename(id, name);
        }
        if (members != null) {
            rows.replaceMembers(id, members);
            events.publishEvent(new GroupChanged(id));
        }
        return new Done(find(school, id).orElseThrow());
    }

    /** Its members leave the rooms that they are in because of it. */
    @Transactional
    public boolean delete(SchoolId school, UUID id) {
        if (!rows.lock(school, id)) {
            return false;
        }
        rows.replaceMembers(id, List.of());
        events.publishEvent(new GroupChanged(id));
        rows.delete(id);
        return true;
    }
}
