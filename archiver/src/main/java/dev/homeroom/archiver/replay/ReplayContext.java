package dev.homeroom.archiver.replay;

import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/**
 * The parts of an archiver that judge and store records, with its settings; no web server, and nothing that works by
 * itself: beans are made when they are asked for, and what starts an archiver is not among them.
 *
 * <p>Not a {@code @Configuration}, so that an archiver does not find it.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    KafkaAutoConfiguration.class,
    SslAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    TransactionManagerCustomizationAutoConfiguration.class,
    ValidationAutoConfiguration.class
})
@ConfigurationPropertiesScan("dev.homeroom.archiver")
@ComponentScan(
        basePackages = {
            "dev.homeroom.archiver.account",
            "dev.homeroom.archiver.ingest",
            "dev.homeroom.archiver.kafka",
            "dev.homeroom.archiver.outbox",
            "dev.homeroom.archiver.room"
        },
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Import({DeadLetterReplay.class, OriginalRecords.class, Premises.class})
@PropertySource("classpath:archiver.properties")
@PropertySource("classpath:replay.properties")
class ReplayContext {
    static ConfigurableApplicationContext start(List<String> settings) {
        return new SpringApplicationBuilder(ReplayContext.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties(Map.of("logging.level.root", "error"))
                .run(settings.toArray(String[]::new));
    }

    /** The schema is an archiver's to change. */
    @Bean
    FlywayMigrationStrategy replayLeavesTheSchemaAlone() {
        return flyway -> {};
    }
}
