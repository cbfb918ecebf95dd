package dev.homeroom.standalone;

import dev.homeroom.archiver.ArchiverApplication;
import dev.homeroom.edge.EdgeApplication;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;

/** Edge and archiver in one Spring context and one web server. */
final class Programs {
    private final Options options;
    private final DataFolder folder;
    private final School school;
    private final Servers servers;

    Programs(Options options, DataFolder folder, School school, Servers servers) {
        this.options = options;
        this.folder = folder;
        this.school = school;
        this.servers = servers;
    }

    /** Returns when the web server listens; the programs may still be getting ready. */
    ConfigurableApplicationContext start() {
        SpringApplication application = new SpringApplicationBuilder(
                        EdgeApplication.class, ArchiverApplication.class, LoopbackConnectors.class)
                .initializers((ApplicationContextInitializer<ConfigurableApplicationContext>) this::addProperties)
                .properties(Map.of("logging.file.name", folder.log().toString()))
                .registerShutdownHook(false)
                .build();
        return application.run();
    }

    private void addProperties(ConfigurableApplicationContext context) {
        Map<String, Object> chosen = Map.of(
                "server.port",
                options.port(),
                "server.address",
                options.host().equals(Options.LOOPBACK) ? Listening.LOOPBACK_4 : options.host(),
                "homeroom.guests",
                options.guests(),
                // Pages and health are on one port, so anybody may ask: only whether it is up.
                "management.endpoints.web.exposure.include",
                "health",
                "management.endpoint.health.show-details",
                "never",
                "management.endpoint.health.show-components",
                "never");
        MutablePropertySources sources = context.getEnvironment().getPropertySources();
        sources.addFirst(new MapPropertySource("command line", chosen));
        sources.addFirst(new MapPropertySource("school", school.properties()));
        sources.addFirst(new ServerProperties(servers));
    }
}
