package dev.homeroom.archiver.participation;

import dev.homeroom.contract.RoomId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Counts who took part, all figures of one answer at the same moment. */
@Component
class Participations {
    private final PeopleRows people;
    private final TallyRows tallies;

    Participations(PeopleRows people, TallyRows tallies) {
        this.people = people;
        this.tallies = tallies;
    }

    /** @param one whose series is wanted, and who is told of even if they are silent; null for all who are compared */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Participation of(RoomId room, Scope scope, @Nullable UUID one) {
        List<Person> inScope = people.of(room).stream()
                .filter(person -> scope.has(person.id()))
                .toList();
        Count count = new Count(scope, inScope, one);
        tallies.read(room, scope, count::add);
        tallies.removed(room, scope).forEach(count::addRemoved);
        return count.result();
    }
}
