package dev.homeroom.edge;

import dev.homeroom.edge.chat.ChatNamespace;
import dev.homeroom.edge.engineio.HeadTimeout;
import dev.homeroom.edge.socketio.SocketIoHandler;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.ServerConnector;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.PropertySource;

/** The live path as a program of its own: the Socket.IO server and the pages. */
@SpringBootApplication
@ConfigurationPropertiesScan
@PropertySource("classpath:edge.properties")
public class EdgeApplication {
    public static void main(String[] arguments) {
        new SpringApplicationBuilder(EdgeApplication.class)
                .properties("logging.level.org.apache.kafka=warn")
                .run(arguments);
    }

    /** Runs everything that an edge does at its time; nothing on it may block. */
    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService edgeTimer() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("edge-timer").daemon().factory());
    }

    @Bean
    SocketIoHandler socketIoHandler(SocketProperties properties, ChatNamespace chat) {
        return new SocketIoHandler(properties.path(), properties.engine(), properties.socketIo(), Map.of("/", chat));
    }

    /** When a break ends thousands come within a moment; whom the system turns away tries again a second later. */
    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> longAcceptQueue(SocketProperties properties) {
        return factory -> factory.addServerCustomizers(server -> Stream.of(server.getConnectors())
                .filter(ServerConnector.class::isInstance)
                .map(ServerConnector.class::cast)
                .forEach(connector -> connector.setAcceptQueueSize(properties.acceptQueue())));
    }

    /** Puts the Socket.IO server in front of the servlets, which it hands all other paths to. */
    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> socketIoInFront(
            SocketIoHandler socketIo, SocketProperties properties) {
        return factory -> factory.addServerCustomizers(server -> server.setHandler(
                new HeadTimeout(properties.receiveTimeout(), new Handler.Sequence(socketIo, server.getHandler()))));
    }
}
