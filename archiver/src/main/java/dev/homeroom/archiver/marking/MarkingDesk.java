package dev.homeroom.archiver.marking;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.marking.MarkingResult.Done;
import dev.homeroom.archiver.marking.Rubric.Criterion;
import dev.homeroom.archiver.marking.Rubric.Level;
import dev.homeroom.archiver.room.RoomEntrance;
import dev.homeroom.contract.RoomId;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the pages do about marking, for other packages to do; in the caller's transaction, where there is one. */
@Component
public class MarkingDesk {
    private final Marking marking;
    private final Releases releases;
    private final Answers answers;
    private final ReceivedRows received;
    private final Rubrics rubrics;

    MarkingDesk(Marking marking, Releases releases, Answers answers, ReceivedRows received, Rubrics rubrics) {
        this.marking = marking;
        this.releases = releases;
        this.answers = answers;
        this.received = received;
        this.rubrics = rubrics;
    }

    /** How well something was done, and what that is worth. */
    public record WantedLevel(String name, String description, int points) {
        private Level level() {
            return new Level(UuidCreator.getTimeOrderedEpoch(), name, description, BigDecimal.valueOf(points));
        }
    }

    /** One thing to judge. */
    public record WantedCriterion(String name, String description, List<WantedLevel> levels) {
        private Criterion criterion() {
            return new Criterion(
                    UuidCreator.getTimeOrderedEpoch(),
                    name,
                    description,
                    levels.stream().map(WantedLevel::level).toList());
        }
    }

    /** Feedback as it was written. */
    public record Draft(UUID id, long version) {}

    /** For a room that has none. */
    public void setRubric(RoomId room, List<WantedCriterion> criteria) {
        rubrics.replace(
                room,
                new Rubric(1, criteria.stream().map(WantedCriterion::criterion).toList()));
    }

    /** About messages of one student. */
    public Draft comment(Caller teacher, RoomId room, String text, List<String> tags, List<UUID> messages) {
        return draft(marking.comment(teacher, room, null, Content.comment(text, tags, messages)));
    }

    /** @param levels of each criterion the number of its level, from 0 on */
    public Draft grade(Caller teacher, RoomId room, UUID student, String text, List<Integer> levels) {
        List<Criterion> criteria = rubrics.of(room).criteria();
        Map<UUID, UUID> scores = new HashMap<>();
        for (int i = 0; i < levels.size(); i++) {
            Criterion criterion = criteria.get(i);
            scores.put(criterion.id(), criterion.levels().get(levels.get(i)).id());
        }
        return draft(marking.grade(teacher, room, student, 0, Content.grade(text, scores)));
    }

    private static Draft draft(MarkingResult result) {
        if (result instanceof Done(Feedback feedback)) {
            return new Draft(feedback.id(), feedback.version());
        }
        throw new IllegalStateException("no feedback was written: " + result);
    }

    public void release(Caller teacher, RoomEntrance room, Draft draft) {
        releases.release(teacher, room, draft.id(), draft.version());
    }

    /** By the student whom it is for, who has seen it with that. */
    public void answer(Caller student, Draft released, String text) {
        received.see(student.id(), List.of(released.id()));
        answers.answer(student, released.id(), text);
    }
}
