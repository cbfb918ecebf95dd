package dev.homeroom.edge;

import dev.homeroom.contract.RoomId;
import dev.homeroom.edge.chat.LiveGate;
import dev.homeroom.edge.chat.LivePath;
import dev.homeroom.edge.engineio.CloseReason;
import dev.homeroom.testing.Backends;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.eclipse.jetty.server.ServerConnector;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jetty.JettyWebServer;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
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
        TestEdge edge = begin(bootstrapServers, settings);
        Awaitility.await().until(edge::isOpen);
        return edge;
    }

    /** Returns when it listens; it may still have to reach Kafka. */
    static TestEdge begin(String bootstrapServers, Map<String, Object> settings) {
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
        return new TestEdge(context);
    }

    /** Of the connector that it listens with. */
    int acceptQueue() {
        WebServer server = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer());
        return ((ServerConnector) ((JettyWebServer) server).getServer().getConnectors()[0]).getAcceptQueueSize();
    }

    boolean isOpen() {
        return context.getBean(LiveGate.class).current().isPresent();
    }

    @Override
    public String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** How many sessions listen to this room here; who lost the connection does not, even while they count as present. */
    int listeners(RoomId room) {
        LivePath live = context.getBean(LiveGate.class).current().orElseThrow();
        return live.tail()
                .followed(live.log().partitionOf(room))
                .map(feed -> feed.subscriptions(room).size())
                .orElse(0);
    }

    /** Whether it reads what happens in this room. */
    boolean follows(RoomId room) {
        LivePath live = context.getBean(LiveGate.class).current().orElseThrow();
        return live.tail().followed(live.log().partitionOf(room)).isPresent();
    }

    /** Lets no record of this room's partition be delivered meanwhile, so that the thread which follows the log stands still. */
    void holdUp(RoomId room, Runnable meanwhile) {
        LivePath live = context.getBean(LiveGate.class).current().orElseThrow();
        synchronized (live.tail().followed(live.log().partitionOf(room)).orElseThrow()) {
            meanwhile.run();
        }
    }

    /** How many connections have ended for this reason, as operators read it. */
    double ended(CloseReason reason) {
        return context.getBean(MeterRegistry.class)
                .get("homeroom.edge.sessions.ended")
                .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                .functionCounter()
                .count();
    }

    /** Kafka's id of the room log. */
    UUID topicId() {
        return context.getBean(LiveGate.class).current().orElseThrow().log().topicId();
    }

    @Override
    public void close() {
        context.close();
    }
}
