package dev.homeroom.archiver.concern;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.json.PlainText;
import dev.homeroom.archiver.problem.Problem;
import dev.homeroom.archiver.problem.ProblemException;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.RoomId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/rooms/{id}/messages/{message}/report}: what a member reports, once; another time changes it. */
@RestController
class ReportController {
    private final Reports reports;

    ReportController(Reports reports) {
        this.reports = reports;
    }

    record ReportRequest(
            @NotNull Reason reason,
            @PlainText(max = 500) @Nullable String note) {}

    /** What was received. Nobody but teachers and the safeguarding lead ever sees by whom. */
    record ReportView(
            Reason reason,
            @Nullable String note,
            @JsonProperty("reported_at") Instant reportedAt) {}

    @PutMapping(path = "/api/rooms/{id}/messages/{message}/report", consumes = MediaType.APPLICATION_JSON_VALUE)
    ReportView report(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID message,
            @Valid @RequestBody ReportRequest report) {
        return switch (reports.report(caller, new RoomId(id), new MessageId(message), report.reason(), report.note())) {
            case ReportResult.Received(Instant at) -> new ReportView(report.reason(), report.note(), at);
            case ReportResult.NoSuchRoom _ -> throw ProblemException.notFound("room");
            case ReportResult.NoSuchMessage _ -> throw ProblemException.notFound("message");
            case ReportResult.NotAMember _ -> throw ProblemException.forbidden("Only members of a room report in it.");
            case ReportResult.OwnMessage _ ->
                throw ProblemException.conflict("own-message", "Your own message cannot be reported.");
            case ReportResult.TooMany(Duration retryAfter) -> throw tooMany(retryAfter);
        };
    }

    private static ProblemException tooMany(Duration retryAfter) {
        Problem problem = Problem.of(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-reports",
                "You have reported many messages. Talk to a teacher, or wait a little.");
        return new ProblemException(problem, retryAfter.plusMillis(999));
    }
}
