package dev.homeroom.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SettingsDocTests {
    private static final String METADATA = "/META-INF/spring-configuration-metadata.json";

    @Test
    void everySettingIsDocumentedWithItsDefault() throws IOException {
        String documentation = Files.readString(Path.of("..", "docs", "operations.md"));
        for (Setting setting : settings()) {
            assertThat(documentation).contains("| `" + setting.name() + "` | " + setting.byDefault() + " |");
        }
    }

    private record Setting(String name, String byDefault) {}

    private static List<Setting> settings() throws IOException {
        try (InputStream metadata = EdgeApplication.class.getResourceAsStream(METADATA)) {
            List<Setting> settings = new JsonMapper()
                    .readTree(metadata)
                    .path("properties")
                    .valueStream()
                    .map(property -> new Setting(
                            property.path("name").asString(),
                            property.path("defaultValue").asString("")))
                    .toList();
            assertThat(settings).hasSizeGreaterThan(30);
            return settings;
        }
    }
}
