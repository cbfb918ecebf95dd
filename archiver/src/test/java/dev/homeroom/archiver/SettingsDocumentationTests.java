package dev.homeroom.archiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every setting is documented, and nothing else is. */
class SettingsDocumentationTests {
    private static final Pattern ROW =
            Pattern.compile("^\\| `(homeroom\\.archiver\\.[a-z.-]+)` \\| ([^|]*) \\|", Pattern.MULTILINE);

    @Test
    void documentsEverySettingWithItsDefault() throws IOException {
        String operations = Files.readString(Path.of("../docs/operations.md"));

        assertThat(ROW.matcher(operations)
                        .results()
                        .map(row -> row.group(1) + "=" + row.group(2).strip()))
                .containsExactlyInAnyOrderElementsOf(settings());
    }

    private static List<String> settings() throws IOException {
        return StreamSupport.stream(metadata().path("properties").spliterator(), false)
                .filter(property -> property.path("name").asString().startsWith("homeroom.archiver."))
                .map(property -> property.path("name").asString() + "="
                        + property.path("defaultValue").asString(""))
                .toList();
    }

    private static JsonNode metadata() throws IOException {
        try (InputStream in =
                ArchiverApplication.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(in));
        }
    }
}
