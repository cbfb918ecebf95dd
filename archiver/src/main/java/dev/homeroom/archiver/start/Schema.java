package dev.homeroom.archiver.start;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Brings the database to this version's schema. Several archivers may try at once: Flyway lets one at a time. */
@Component
class Schema {
    private final DataSource dataSource;
    private final Flyway flyway;

    Schema(DataSource dataSource, Flyway flyway) {
        this.dataSource = dataSource;
        this.flyway = flyway;
    }

    /**
     * @throws SQLException while Postgres cannot be reached
     * @throws UnusableDatabaseException if it can, and waiting would not help
     */
    void migrate() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.isValid(1);
        }
        try {
            flyway.migrate();
        } catch (FlywayValidateException e) {
            throw new UnusableDatabaseException(e);
        }
    }

    static final class UnusableDatabaseException extends RuntimeException {
        UnusableDatabaseException(FlywayValidateException cause) {
            super("The database belongs to another version of Homeroom: " + cause.getMessage(), cause);
        }
    }

    /** Spring Boot would migrate while the context starts, and could not wait for Postgres. */
    @Configuration(proxyBeanMethods = false)
    static class NotWhileStarting {
        @Bean
        FlywayMigrationStrategy archiverMigratesLater() {
            return flyway -> {};
        }
    }
}
