package dev.homeroom.archiver.export;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.MediaType;

/** What an export is written as. */
enum Format {
    CSV("text/csv;charset=UTF-8"),
    JSON(MediaType.APPLICATION_JSON_VALUE),
    HTML("text/html;charset=UTF-8"),
    PDF(MediaType.APPLICATION_PDF_VALUE);

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    MediaType mediaType() {
        return MediaType.parseMediaType(mediaType);
    }

    /** As it stands in JSON and at the end of a file's name. */
    @JsonValue
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such format */
    @JsonCreator
    static Format of(String text) {
        return Stream.of(values())
                .filter(format -> format.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such format"));
    }
}
