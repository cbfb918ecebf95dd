package dev.homeroom.archiver.problem;

import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns whatever stops a request into a {@link Problem}. */
@RestControllerAdvice
class ProblemHandler extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);
    private static final String FIELDS = "Some fields have values that are not allowed.";
    private static final Duration SOON = Duration.ofSeconds(2);

    @ExceptionHandler
    ResponseEntity<Object> handle(ProblemException e) {
        return respond(e.problem(), e.retryAfter());
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        CannotCreateTransactionException.class,
        TransactionSystemException.class
    })
    ResponseEntity<Object> handleDatabaseAway(Exception e) {
        log.warn("Postgres did not answer: {}", e.getMessage());
        return respond(Problems.archiveUnavailable(), SOON);
    }

    @ExceptionHandler
    void handle(BrokenAnswerException e) {
        throw e;
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(MethodArgumentTypeMismatchException e) {
        return respond(Problem.invalid(e.getName(), "has the wrong form"), null);
    }

    /** Of the web server, which reads the query when it is first asked for. */
    @ExceptionHandler({HttpException.RuntimeException.class, HttpException.IllegalStateException.class})
    ResponseEntity<Object> handleUnreadableQuery() {
        return respond(Problems.ofStatus(HttpStatus.BAD_REQUEST), null);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> handleRest(Exception e) {
        if (hasCause(e, BodyTooLargeException.class)) {
            return bodyTooLarge();
        }
        log.error("A request failed", e);
        return respond(Problems.broken(), null);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleAsyncRequestNotUsableException(
            AsyncRequestNotUsableException e, WebRequest request) {
        return null;
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (hasCause(e, BodyTooLargeException.class)) {
            return bodyTooLarge();
        }
        return respond(JsonProblems.of(e.getCause() == null ? e : e.getCause()), null);
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return respond(Problem.invalid(FIELDS, ValidationProblems.of(e)), null);
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return respond(Problem.invalid(FIELDS, ValidationProblems.of(e)), null);
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return respond(Problem.invalid(e.getParameterName(), "is missing"), null);
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode statusCode, WebRequest request) {
        HttpStatus status = HttpStatus.valueOf(statusCode.value());
        Object problem = body instanceof Problem ? body : Problems.ofStatus(status);
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ResponseEntity<Object> respond(Problem problem, @Nullable Duration retryAfter) {
        var response = ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (retryAfter != null) {
            response.header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
        }
        return response.body(problem);
    }

    /** The rest of the body is not read, so the connection cannot serve another request. */
    private static ResponseEntity<Object> bodyTooLarge() {
        Problem problem = Problems.bodyTooLarge();
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONNECTION, "close")
                .body(problem);
    }

    private static boolean hasCause(Throwable thrown, Class<? extends Throwable> wanted) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .anyMatch(wanted::isInstance);
    }
}
