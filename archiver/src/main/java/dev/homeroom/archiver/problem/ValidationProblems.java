package dev.homeroom.archiver.problem;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.homeroom.archiver.problem.Problem.FieldError;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.util.ReflectionUtils;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** Broken constraints, by the names that fields have in JSON. */
final class ValidationProblems {
    private ValidationProblems() {}

    static List<FieldError> of(MethodArgumentNotValidException e) {
        return ofBody(e).toList();
    }

    static List<FieldError> of(HandlerMethodValidationException e) {
        return e.getParameterValidationResults().stream()
                .flatMap(ValidationProblems::ofParameter)
                .toList();
    }

    private static Stream<FieldError> ofParameter(ParameterValidationResult result) {
        if (result instanceof ParameterErrors body) {
            return ofBody(body);
        }
        String name = Objects.requireNonNullElse(result.getMethodParameter().getParameterName(), "request");
        return result.getResolvableErrors().stream()
                .map(error -> new FieldError(name, String.valueOf(error.getDefaultMessage())));
    }

    private static Stream<FieldError> ofBody(Errors errors) {
        Class<?> body = errors instanceof BindingResult result && result.getTarget() != null
                ? result.getTarget().getClass()
                : Object.class;
        return errors.getFieldErrors().stream()
                .map(error -> new FieldError(jsonName(body, error.getField()), message(error)));
    }

    /** Spring's own words on a value of a wrong form name our classes and repeat the value. */
    private static String message(org.springframework.validation.FieldError error) {
        return error.isBindingFailure() ? "has the wrong form" : String.valueOf(error.getDefaultMessage());
    }

    private static String jsonName(Class<?> body, String component) {
        Field field = ReflectionUtils.findField(body, component);
        JsonProperty name = field == null ? null : field.getAnnotation(JsonProperty.class);
        return name == null ? component : name.value();
    }
}
