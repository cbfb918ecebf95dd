package dev.homeroom.standalone;

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
        boolean wanted = environment.getRequiredProperty("server.address").equals(Listening.LOOPBACK_4)
                && Listening.at(Listening.LOOPBACK_6, port) != Listening.NO_SUCH_ADDRESS;
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
        connector.setName("loopback-6"); // its meters are told from the other one's by it
        connector.setHost(Listening.LOOPBACK_6);
        connector.setPort(port);
        return connector;
    }
}
