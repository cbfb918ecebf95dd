package dev.homeroom.archiver.export;

import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.export.ExportViews.ExportView;
import dev.homeroom.archiver.export.ExportViews.ExportsView;
import dev.homeroom.archiver.problem.Problem;
import dev.homeroom.archiver.problem.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/exports}: what somebody has ordered, and the files that came of it. */
@RestController
@RequestMapping("/api/exports")
class ExportController {
    private final Exports exports;
    private final Orders orders;
    private final ExportRows rows;

    ExportController(Exports exports, Orders orders, ExportRows rows) {
        this.exports = exports;
        this.orders = orders;
        this.rows = rows;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ExportView order(@AuthenticationPrincipal Caller caller, @Valid @RequestBody ExportRequest request) {
        return switch (exports.order(orders.of(caller, request), request)) {
            case OrderResult.Taken(ExportJob job) -> ExportView.of(job);
            case OrderResult.TooManyWaiting(int limit) ->
                throw new ProblemException(Problem.of(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-exports",
                        "You have " + limit + " exports that are not finished. Wait for one, or delete one."));
            case OrderResult.Full() ->
                throw new ProblemException(Problem.of(
                        HttpStatus.INSUFFICIENT_STORAGE,
                        "exports-full",
                        "There is no room for another export at the moment. Delete one that you do not need any more, "
                                + "or ask again later."));
            case OrderResult.TooManyKept(int limit) ->
                throw ProblemException.conflict(
                        "too-many-kept", "You have " + limit + " exports. Delete one that you do not need any more.");
        };
    }

    @GetMapping
    ExportsView list(@AuthenticationPrincipal Caller caller) {
        return new ExportsView(exports.list(caller).stream().map(ExportView::of).toList());
    }

    @GetMapping("/{id}")
    ExportView get(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return ExportView.of(find(caller, id));
    }

    @GetMapping("/{id}/file")
    void file(@AuthenticationPrincipal Caller caller, @PathVariable UUID id, HttpServletResponse response) {
        ExportJob job = find(caller, id);
        switch (job.state()) {
            case WAITING, RUNNING ->
                throw ProblemException.conflict("not-finished", "The file is not whole yet. Ask again later.");
            case FAILED -> throw ProblemException.conflict("export-failed", "There is no file: the export failed.");
            case DONE -> {
                response.setContentLengthLong(job.size());
                Download.send(
                        response,
                        job.request().format().mediaType(),
                        Objects.requireNonNull(job.fileName()),
                        out -> send(job, out));
            }
        }
    }

    /** Each part is read when it is sent, so that no connection is held while somebody downloads slowly. */
    private void send(ExportJob job, OutputStream out) throws IOException {
        long sent = 0;
        for (int number = 0; sent < job.size(); number++) {
            byte[] part = rows.part(job, number)
                    .orElseThrow(() -> new IllegalStateException("the export was deleted meanwhile"));
            out.write(part);
            sent += part.length;
        }
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        if (!exports.delete(caller, id)) {
            throw ProblemException.notFound("export");
        }
    }

    private ExportJob find(Caller caller, UUID id) {
        return exports.find(caller, id).orElseThrow(() -> ProblemException.notFound("export"));
    }
}
