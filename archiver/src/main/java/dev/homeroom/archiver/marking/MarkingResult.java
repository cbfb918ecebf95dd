package dev.homeroom.archiver.marking;

import java.util.List;
import java.util.UUID;

/** What became of a change of feedback. */
sealed interface MarkingResult {
    record Done(Feedback feedback) implements MarkingResult {}

    /** The room has none of this id. */
    record NotFound() implements MarkingResult {}

    /** Not of the version that whoever changes it has seen. Nothing has been changed. */
    record ChangedMeanwhile() implements MarkingResult {}

    /** There are answers that whoever would delete it has not seen. Nothing has been deleted. */
    record AnsweredMeanwhile() implements MarkingResult {}

    /** Something of another room has the id that this one shall have. */
    record IdTaken() implements MarkingResult {}

    /** Whoever it would be for is not, and never was, a student of the room. */
    record NotAStudent() implements MarkingResult {}

    /** The student has left the room. What they were given stays; nothing is added and nothing changed. */
    record FormerStudent() implements MarkingResult {}

    /** @param messages that the room does not have */
    record UnknownMessages(List<UUID> messages) implements MarkingResult {}

    /** The messages are of several people, or not of the one whom the comment is for. */
    record OfSeveralPeople() implements MarkingResult {}

    /** @param tags that the school does not have */
    record UnknownTags(List<String> tags) implements MarkingResult {}

    /** @param criterion whose level is not of the room's rubric, nor perhaps is the criterion */
    record UnknownScore(UUID criterion) implements MarkingResult {}

    /** @param limit so many comments one student may have in the room */
    record TooManyComments(int limit) implements MarkingResult {}
}
