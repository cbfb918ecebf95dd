package dev.homeroom.standalone;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** A compose file. */
record Deployment(Map<String, Service> services, Set<String> volumes) {
    /** @param content as the file has it, its anchors resolved */
    record Service(Map<String, Object> content) {
        Map<String, String> environment() {
            return section(content, "environment").entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
        }

        @Nullable
        Object at(String key) {
            return content.get(key);
        }

        @Nullable
        Object at(String section, String key) {
            return section(content, section).get(key);
        }
    }

    static Deployment read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            Map<String, Object> content = new Yaml().load(reader);
            return new Deployment(
                    section(content, "services").keySet().stream()
                            .collect(Collectors.toMap(
                                    name -> name, name -> new Service(section(section(content, "services"), name)))),
                    section(content, "volumes").keySet());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    Service service(String name) {
        return Objects.requireNonNull(services.get(name), name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> section(Map<String, Object> content, String key) {
        return (Map<String, Object>) Objects.requireNonNullElse(content.get(key), Map.of());
    }
}
