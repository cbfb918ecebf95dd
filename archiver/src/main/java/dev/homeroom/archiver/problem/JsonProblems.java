package dev.homeroom.archiver.problem;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What was wrong with a JSON body: names the field, and never repeats its content. */
final class JsonProblems {
    private JsonProblems() {}

    static Problem of(Throwable cause) {
        return switch (cause) {
            case UnrecognizedPropertyException unknown ->
                Problem.invalid(path(unknown.getPath()), "is not a field of this request");
            case DatabindException mismatch
            when !mismatch.getPath().isEmpty() -> Problem.invalid(path(mismatch.getPath()), "has the wrong type");
            case DatabindException _ ->
                Problem.invalid("The body is not a JSON object of the expected form.", List.of());
            case JacksonException _ -> Problem.invalid("The body is not well-formed JSON.", List.of());
            default -> Problem.invalid("The body is missing or cannot be read.", List.of());
        };
    }

    private static String path(List<Reference> references) {
        StringBuilder path = new StringBuilder();
        for (Reference reference : references) {
            append(path, reference);
        }
        return path.toString();
    }

    private static void append(StringBuilder path, Reference reference) {
        if (reference.getPropertyName() == null) {
            path.append('[').append(reference.getIndex()).append(']');
            return;
        }
        path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
    }
}
