package dev.homeroom.archiver.export;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.stream.Stream;

/** What people are called in an export. */
enum Naming {
    NAMES,
    PSEUDONYMS;

    /** As it stands in JSON and in addresses. */
    @JsonValue
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such choice */
    @JsonCreator
    static Naming of(String text) {
        return Stream.of(values())
                .filter(naming -> naming.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such choice"));
    }
}
