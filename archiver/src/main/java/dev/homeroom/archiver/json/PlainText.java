package dev.homeroom.archiver.json;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * One line that people read: not blank, no control characters, no lone surrogates, so that JSON, Postgres and a page
 * show it alike. Null passes.
 */
@Constraint(validatedBy = PlainTextValidator.class)
@Target({FIELD, PARAMETER, RECORD_COMPONENT})
@Retention(RUNTIME)
public @interface PlainText {
    /** In characters (code points). */
    int max();

    String message() default "must be 1 to {max} characters on one line";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
