package dev.homeroom.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every test that the promises name is there. */
class GuaranteesTests {
    private static final Path PROJECT = Path.of("..");
    /** A class, a class and a method, or one more method of the class before. */
    private static final Pattern NAMED = Pattern.compile("`(?:(\\w+Tests)(?:\\.(\\w+))?|…([a-z]\\w+))`");

    private record Named(String type, String method) {
        boolean isIn(String source) {
            return source.contains(" " + (method.isEmpty() ? type : method));
        }
    }

    @Test
    void everyTestThatAPromiseNamesIsThere() throws IOException {
        Map<String, String> sources = sources();
        List<Named> named = named(Files.readString(PROJECT.resolve("docs/guarantees.md")));

        assertThat(named).hasSizeGreaterThan(50);
        assertThat(named).allMatch(each -> each.isIn(sources.getOrDefault(each.type(), "")));
    }

    private static List<Named> named(String text) {
        List<Named> named = new ArrayList<>();
        String type = "";
        for (Matcher matcher = NAMED.matcher(text); matcher.find(); ) {
            type = Objects.requireNonNullElse(matcher.group(1), type);
            @Nullable String method = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
            named.add(new Named(type, Objects.requireNonNullElse(method, "")));
        }
        return named;
    }

    /** By the class's name; two of one name count as one. */
    private static Map<String, String> sources() throws IOException {
        try (Stream<Path> files = Files.find(PROJECT, 20, (file, _) -> isTest(file))) {
            return files.collect(
                    Collectors.toMap(GuaranteesTests::className, GuaranteesTests::read, (one, other) -> one + other));
        }
    }

    private static boolean isTest(Path file) {
        return file.toString().endsWith("Tests.java");
    }

    private static String className(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
