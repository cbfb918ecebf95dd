package dev.homeroom.archiver.marking;

import dev.homeroom.archiver.problem.ProblemException;
import java.util.List;
import java.util.UUID;

/** What did not become of a change, in the words of the API. */
final class MarkingProblems {
    private MarkingProblems() {}

    /** @throws ProblemException if it is not done */
    static Feedback done(MarkingResult result) {
        return switch (result) {
            case MarkingResult.Done(Feedback feedback) -> feedback;
            case MarkingResult.NotFound _ -> throw notFound();
            case MarkingResult.ChangedMeanwhile _ -> throw changedMeanwhile();
            case MarkingResult.AnsweredMeanwhile _ ->
                throw ProblemException.conflict(
                        "answered-meanwhile",
                        "There are more answers to this than you say that you have seen. Look at them, and send their number"
                                + " if all of it shall go.");
            case MarkingResult.IdTaken _ ->
                throw ProblemException.conflict(
                        "id-taken", "There is something else with this id. Choose another one.");
            case MarkingResult.NotAStudent _ ->
                throw ProblemException.conflict("not-a-student", "Only students of the room can be given feedback.");
            case MarkingResult.FormerStudent _ -> throw formerStudent();
            case MarkingResult.UnknownMessages(List<UUID> messages) ->
                throw ProblemException.invalid("messages", "has messages that the room does not have: " + messages);
            case MarkingResult.OfSeveralPeople _ ->
                throw ProblemException.invalid("messages", "must all be of one student, whom the comment is for");
            case MarkingResult.UnknownTags _ ->
                throw ProblemException.invalid("tags", "has tags that the school does not have");
            case MarkingResult.UnknownScore(UUID criterion) ->
                throw ProblemException.invalid(
                        "scores." + criterion, "is no level of a criterion of the room's rubric");
            case MarkingResult.TooManyComments(int limit) ->
                throw ProblemException.conflict(
                        "too-many-comments", "A student can have " + limit + " comments in one room.");
        };
    }

    static ProblemException changedMeanwhile() {
        return ProblemException.conflict(
                "changed-meanwhile",
                "Somebody else has changed this since you have seen it. Look at the new version, and send yours again with its"
                        + " number if it shall take its place.");
    }

    static ProblemException formerStudent() {
        return ProblemException.conflict(
                "former-student", "The student has left the room. What was said before stays; nothing is added to it.");
    }

    static ProblemException notFound() {
        return ProblemException.notFound("feedback");
    }
}
