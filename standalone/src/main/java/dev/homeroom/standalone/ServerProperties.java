package dev.homeroom.standalone;

import dev.homeroom.backends.Database;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * Where the broker and the database are, as Spring's properties.
 *
 * <p>Reading one waits until that server is there. So the context starts at once, and waits only when it has come to
 * the point where it needs the server.
 */
final class ServerProperties extends EnumerablePropertySource<Servers> {
    private final Map<String, Supplier<String>> values;

    ServerProperties(Servers servers) {
        super("servers", servers);
        Supplier<Database> database = servers::database;
        values = Map.of(
                "spring.kafka.bootstrap-servers", servers::bootstrapServers,
                "spring.datasource.url", () -> database.get().url(),
                "spring.datasource.username", () -> database.get().username(),
                "spring.datasource.password", () -> database.get().password());
    }

    @Override
    public String[] getPropertyNames() {
        return values.keySet().toArray(String[]::new);
    }

    @Override
    public @Nullable Object getProperty(String name) {
        Supplier<String> value = values.get(name);
        return value == null ? null : value.get();
    }
}
