package dev.homeroom.archiver.marking;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.marking.Feedback.Person;
import dev.homeroom.archiver.marking.MarkedMessages.Marked;
import dev.homeroom.archiver.marking.MarkingResult.AnsweredMeanwhile;
import dev.homeroom.archiver.marking.MarkingResult.ChangedMeanwhile;
import dev.homeroom.archiver.marking.MarkingResult.Done;
import dev.homeroom.archiver.marking.MarkingResult.FormerStudent;
import dev.homeroom.archiver.marking.MarkingResult.IdTaken;
import dev.homeroom.archiver.marking.MarkingResult.NotAStudent;
import dev.homeroom.archiver.marking.MarkingResult.NotFound;
import dev.homeroom.archiver.marking.MarkingResult.OfSeveralPeople;
import dev.homeroom.archiver.marking.MarkingResult.TooManyComments;
import dev.homeroom.archiver.marking.MarkingResult.UnknownMessages;
import dev.homeroom.archiver.marking.MarkingResult.UnknownScore;
import dev.homeroom.archiver.marking.MarkingResult.UnknownTags;
import dev.homeroom.archiver.marking.Students.Student;
import dev.homeroom.contract.RoomId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes comments and grades. They belong to the room, so that all of its teachers work on the same ones; whoever changes one
 * names the version that they have seen, and takes nobody else's words away unseen.
 */
@Component
class Marking {
    private static final Content NOTHING = Content.comment("", List.of(), List.of());

    private final FeedbackRows rows;
    private final AnswerRows answers;
    private final MarkedMessages messages;
    private final Students students;
    private final Tags tags;
    private final Rubrics rubrics;
    private final MarkingSettings settings;

    Marking(
            FeedbackRows rows,
            AnswerRows answers,
            MarkedMessages messages,
            Students students,
            Tags tags,
            Rubrics rubrics,
            MarkingSettings settings) {
        this.rows = rows;
        this.answers = answers;
        this.messages = messages;
        this.students = students;
        this.tags = tags;
        this.rubrics = rubrics;
        this.settings = settings;
    }

    /** All feedback of one student in the room. */
    List<Feedback> of(RoomId room, UUID student) {
        List<Feedback> found = rows.of(room, student);
        Map<UUID, List<Answer>> answersOf =
                answers.of(found.stream().map(Feedback::id).toList());
        return found.stream()
                .map(feedback -> feedback.with(answersOf.getOrDefault(feedback.id(), List.of())))
                .toList();
    }

    Optional<Feedback> find(RoomId room, UUID id) {
        return rows.find(room, id).map(this::withAnswers);
    }

    /**
     * For the author of the messages.
     *
     * @param wanted the id that it shall have: where it is there already, it is not written again
     */
    @Transactional
    public MarkingResult comment(Caller teacher, RoomId room, @Nullable UUID wanted, Content content) {
        Optional<Feedback> before = wanted == null ? Optional.empty() : rows.find(room, wanted);
        if (before.isPresent()) {
            return sentAgain(teacher, before.get(), content);
        }
        Map<UUID, Marked> about = messages.find(room.value(), content.messages());
        MarkingResult refusal = refusal(teacher, content, about, NOTHING);
        if (refusal != null) {
            return refusal;
        }
        UUID student = about.values().iterator().next().author();
        MarkingResult notForThem = refusal(room, student);
        if (notForThem != null) {
            return notForThem;
        }
        // One after the other, so that what they count is still so when they write.
        rows.lockStudent(room, student);
        if (rows.countComments(room, student) >= settings.maxComments()) {
            return new TooManyComments(settings.maxComments());
        }
        UUID id = Objects.requireNonNullElseGet(wanted, UuidCreator::getTimeOrderedEpoch);
        if (rows.insert(room, id, student, Kind.COMMENT, teacher.id().value(), content)) {
            return done(room, id);
        }
        return rows.find(room, id)
                .map(there -> sentAgain(teacher, there, content))
                .orElseGet(IdTaken::new);
    }

    /** What is there is what was sent, or somebody must decide between the two. */
    private MarkingResult sentAgain(Caller teacher, Feedback before, Content content) {
        Person author = before.author();
        boolean same = before.kind() == Kind.COMMENT
                && before.content().equals(content)
                && author != null
                && author.id().equals(teacher.id().value());
        return same ? new Done(withAnswers(before)) : new ChangedMeanwhile();
    }

    @Transactional
    public MarkingResult changeComment(Caller teacher, RoomId room, UUID id, long version, Content content) {
        Optional<Feedback> found = rows.find(room, id).filter(feedback -> feedback.kind() == Kind.COMMENT);
        if (found.isEmpty()) {
            return new NotFound();
        }
        Feedback before = found.get();
        Map<UUID, Marked> about = messages.find(room.value(), content.messages());
        MarkingResult refusal = refusal(teacher, content, about, before.content());
        if (refusal != null) {
            return refusal;
        }
        if (about.values().stream().anyMatch(message -> !message.author().equals(before.student()))) {
            return new OfSeveralPeople();
        }
        return change(teacher, room, before, version, content);
    }

    /** @param version of the grade that the teacher has seen; 0 where there was none */
    @Transactional
    public MarkingResult grade(Caller teacher, RoomId room, UUID student, long version, Content content) {
        Rubric rubric = rubrics.of(room);
        for (Map.Entry<UUID, UUID> score : content.scores().entrySet()) {
            if (!rubric.has(score.getKey(), score.getValue())) {
                return new UnknownScore(score.getKey());
            }
        }
        Optional<Feedback> before = rows.findGrade(room, student);
        if (before.isPresent()) {
            return change(teacher, room, before.get(), version, content);
        }
        MarkingResult refusal = refusal(room, student);
        if (refusal != null) {
            return refusal;
        }
        UUID id = UuidCreator.getTimeOrderedEpoch();
        boolean inserted = version == 0
                && rows.insert(room, id, student, Kind.GRADE, teacher.id().value(), content);
        return inserted ? done(room, id) : new ChangedMeanwhile();
    }

    private MarkingResult change(Caller teacher, RoomId room, Feedback before, long version, Content content) {
        MarkingResult refusal = refusal(room, before.student());
        if (refusal != null) {
            return refusal;
        }
        return rows.update(room, before.id(), version, teacher.id().value(), content)
                ? done(room, before.id())
                : new ChangedMeanwhile();
    }

    /**
     * With its answers. The student does not see it any more either.
     *
     * @param seenAnswers how many answers to it the teacher has seen: none goes unread
     */
    @Transactional
    public MarkingResult delete(RoomId room, UUID id, long version, int seenAnswers) {
        // Answers wait for the lock, so that none comes between the count and the end of it.
        Optional<Feedback> found = rows.lock(room, id);
        if (found.isEmpty()) {
            return new NotFound();
        }
        if (found.get().version() != version) {
            return new ChangedMeanwhile();
        }
        if (answers.count(id) > seenAnswers) {
            return new AnsweredMeanwhile();
        }
        rows.delete(id);
        return new Done(found.get());
    }

    /** @param before what the comment has already: of its tags some may be offered no more, of its messages some not kept */
    private @Nullable MarkingResult refusal(Caller teacher, Content content, Map<UUID, Marked> about, Content before) {
        List<UUID> unknown = content.messages().stream()
                .filter(message ->
                        !about.containsKey(message) && !before.messages().contains(message))
                .toList();
        if (!unknown.isEmpty()) {
            return new UnknownMessages(unknown);
        }
        if (about.values().stream().map(Marked::author).distinct().count() > 1) {
            return new OfSeveralPeople();
        }
        TagList known = tags.of(teacher.school());
        List<String> unknownTags = content.tags().stream()
                .filter(tag -> !known.offers(tag) && !before.tags().contains(tag))
                .toList();
        return unknownTags.isEmpty() ? null : new UnknownTags(unknownTags);
    }

    private @Nullable MarkingResult refusal(RoomId room, UUID student) {
        Optional<Student> found = students.find(room, student);
        if (found.isEmpty()) {
            return new NotAStudent();
        }
        return found.get().member() ? null : new FormerStudent();
    }

    private MarkingResult done(RoomId room, UUID id) {
        return rows.find(room, id)
                .<MarkingResult>map(found -> new Done(withAnswers(found)))
                .orElseGet(NotFound::new);
    }

    private Feedback withAnswers(Feedback feedback) {
        return feedback.with(answers.of(List.of(feedback.id())).getOrDefault(feedback.id(), List.of()));
    }
}
