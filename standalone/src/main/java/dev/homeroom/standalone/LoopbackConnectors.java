package dev.homeroom.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.springframework.boot.jetty.ConfigurableJettyWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Listens on the loopback address of IPv6 as well where Homeroom listens on that of IPv4, since "localhost" is either,
 * as the browser likes.
 */
@Configuration(proxyBeanMethods = false)
class LoopbackConnectors {
    @Bean
    WebServerFactoryCustomizer<ConfigurableJettyWebServerFactory> secondLoopback(Environment environment) {
        int port = environment.getRequiredProperty("server.port", Integer.class);
        boolean wanted = environment.getRequiredProperty("server.address").equals("127.0.0.1") && canListen(port);
        return factory -> {
            if (wanted) {
                factory.addServerCustomizers(server -> server.addConnector(connector(server, port)));
            }
        };
    }

    private static ServerConnector connector(Server server, int port) {
        ConnectionFactory[] protocols =
                server.getConnectors()[0].getConnectionFactories().toArray(ConnectionFactory[]::new);
        ServerConnector connector = new ServerConnector(server, protocols);
        connector.setHost("::1");
        connector.setPort(port);
        return connector;
    }

    private static boolean canListen(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("::1"), port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
