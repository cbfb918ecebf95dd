package dev.homeroom.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The settings that edge, archiver and Spring Boot document about themselves. */
final class SettingNames {
    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final JsonMapper JSON = JsonMapper.shared();

    private SettingNames() {}

    static Set<String> documented() {
        Set<String> names = new TreeSet<>();
        try {
            for (URL file : resources()) {
                addNames(file, names);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return names;
    }

    /** As Spring Boot's relaxed binding has it: dots become underscores, dashes go. */
    static String asEnvironmentVariable(String property) {
        return property.replace('.', '_').replace("-", "").toUpperCase(Locale.ROOT);
    }

    private static List<URL> resources() throws IOException {
        return Collections.list(SettingNames.class.getClassLoader().getResources(METADATA));
    }

    private static void addNames(URL file, Set<String> names) throws IOException {
        try (InputStream content = file.openStream()) {
            for (JsonNode property : JSON.readTree(content).path("properties")) {
                names.add(property.path("name").asString());
            }
        }
    }
}
