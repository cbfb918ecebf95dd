package dev.homeroom.archiver.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What went wrong with a request, as RFC 9457 writes it.
 *
 * @param type {@code /problems/} and a word that programs can rely on
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what to do about it, for people; never what they wrote
 * @param errors the fields at fault, where there are some
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable List<FieldError> errors) {
    private static final String TYPES = "/problems/";

    public static Problem of(HttpStatus status, String slug, String detail) {
        return new Problem(TYPES + slug, status.getReasonPhrase(), status.value(), detail, null);
    }

    public static Problem invalid(String detail, List<FieldError> errors) {
        HttpStatus status = HttpStatus.BAD_REQUEST;
        return new Problem(TYPES + "invalid-request", status.getReasonPhrase(), status.value(), detail, errors);
    }

    public static Problem invalid(String field, String message) {
        return invalid("The request has a value that is not allowed.", List.of(new FieldError(field, message)));
    }

    /** @param field the JSON field or the parameter */
    public record FieldError(String field, String message) {}
}
