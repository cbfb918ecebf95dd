package dev.homeroom.edge;

import dev.homeroom.edge.chat.LiveGate;
import dev.homeroom.testing.Backends;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A whole edge in this JVM, on a port of its own. */
final class TestEdge implements Edge, AutoCloseable {
    private final ConfigurableApplicationContext context;

    private TestEdge(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static TestEdge start(Map<String, Object> settings) {
        return start(Backends.kafka().bootstrapServers(), settings);
    }

    static TestEdge start(String bootstrapServers, Map<String, Object> settings) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(EdgeApplication.class)
                .properties(Map.of(
                        "server.port",
                        0,
                        "spring.kafka.bootstrap-servers",
                        bootstrapServers,
                        "spring.jmx.enabled",
                        false,
                        "logging.level.org.apache.kafka",
                        "warn"))
                .properties(settings)
                .run();
        TestEdge edge = new TestEdge(context);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> context.getBean(LiveGate.class).current().isPresent());
        return edge;
    }

    @Override
    public String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    @Override
    public void close() {
        context.close();
    }
}
