package dev.homeroom.archiver.marking;

import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.marking.Feedback.Person;
import dev.homeroom.archiver.marking.Feedback.State;
import dev.homeroom.archiver.marking.MarkingResult.ChangedMeanwhile;
import dev.homeroom.archiver.marking.MarkingResult.Done;
import dev.homeroom.archiver.marking.MarkingResult.NotFound;
import dev.homeroom.archiver.marking.Overview.Version;
import dev.homeroom.archiver.room.RoomEntrance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes students see feedback, and takes it back from them. What they see is a copy: a teacher can go on working at a draft, and
 * they see what it was until it is released again. Also those who have left the room are told what was written for them before.
 */
@Component
class Releases {
    private final FeedbackRows rows;
    private final Tags tags;
    private final Rubrics rubrics;
    private final Marking marking;

    Releases(FeedbackRows rows, Tags tags, Rubrics rubrics, Marking marking) {
        this.rows = rows;
        this.tags = tags;
        this.rubrics = rubrics;
        this.marking = marking;
    }

    /**
     * How much was released, and to how many.
     *
     * @param leftOut what is not of the version that was seen, or is not there any more
     */
    record Outcome(int comments, int grades, int students, List<UUID> leftOut) {}

    /** @param seen what is released, and in no other version: what somebody has just written goes to nobody unseen */
    @Transactional
    public Outcome releaseAll(Caller teacher, RoomEntrance room, List<Version> seen) {
        Set<Version> versions = Set.copyOf(seen);
        List<UUID> ids = seen.stream().map(Version::id).distinct().toList();
        List<Feedback> asSeen = rows.lockAll(room.room(), ids).stream()
                .filter(each -> versions.contains(new Version(each.id(), each.version())))
                .toList();
        List<Feedback> drafts = unreleased(room, asSeen);
        release(teacher, room, drafts);
        Set<UUID> kept = asSeen.stream().map(Feedback::id).collect(Collectors.toSet());
        List<UUID> leftOut = ids.stream().filter(id -> !kept.contains(id)).toList();
        int grades = (int)
                drafts.stream().filter(draft -> draft.kind() == Kind.GRADE).count();
        int of = (int) drafts.stream().map(Feedback::student).distinct().count();
        return new Outcome(drafts.size() - grades, grades, of, leftOut);
    }

    /** @param version that the teacher has seen, and no other */
    @Transactional
    public MarkingResult release(Caller teacher, RoomEntrance room, UUID id, long version) {
        Optional<Feedback> found = rows.lock(room.room(), id);
        if (found.isEmpty()) {
            return new NotFound();
        }
        if (found.get().version() != version) {
            return new ChangedMeanwhile();
        }
        release(teacher, room, unreleased(room, found.stream().toList()));
        return now(room, id);
    }

    /** @param version that the teacher has seen, and no other */
    @Transactional
    public MarkingResult withdraw(RoomEntrance room, UUID id, long version) {
        Optional<Feedback> found = rows.lock(room.room(), id);
        if (found.isEmpty()) {
            return new NotFound();
        }
        if (found.get().version() != version) {
            return new ChangedMeanwhile();
        }
        rows.withdraw(id);
        return now(room, id);
    }

    private MarkingResult now(RoomEntrance room, UUID id) {
        return marking.find(room.room(), id).<MarkingResult>map(Done::new).orElseGet(NotFound::new);
    }

    private List<Feedback> unreleased(RoomEntrance room, List<Feedback> feedback) {
        Rubric rubric = rubrics.of(room.room());
        return feedback.stream()
                .filter(each -> each.state(rubric) != State.RELEASED)
                .toList();
    }

    private void release(Caller teacher, RoomEntrance room, List<Feedback> drafts) {
        TagList names = tags.of(teacher.school());
        Rubric rubric = rubrics.of(room.room());
        Map<UUID, Released> copies = drafts.stream()
                .collect(Collectors.toMap(Feedback::id, draft -> copy(draft, room.title(), names, rubric)));
        rows.release(copies);
    }

    private static Released copy(Feedback draft, String room, TagList names, Rubric rubric) {
        Content content = draft.content();
        Person author = draft.author();
        return new Released(
                room,
                author == null ? null : author.id(),
                content.text(),
                names.named(content.tags()),
                content.messages(),
                rubric.scores(content.scores()));
    }
}
