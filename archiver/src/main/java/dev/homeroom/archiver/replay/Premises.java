package dev.homeroom.archiver.replay;

import dev.homeroom.archiver.kafka.KafkaAwayException;
import dev.homeroom.archiver.kafka.TopicDirectory;
import dev.homeroom.contract.Topics;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** What a replay needs: a database of this version, and the dead letters. Tells in one line what is amiss. */
class Premises {
    /** A program that has just been started on a busy machine is slow to find a broker that is there. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final DataSource dataSource;
    private final Flyway flyway;
    private final TopicDirectory topics;
    private final Environment environment;

    Premises(DataSource dataSource, Flyway flyway, TopicDirectory topics, Environment environment) {
        this.dataSource = dataSource;
        this.flyway = flyway;
        this.topics = topics;
        this.environment = environment;
    }

    /** What has to be seen to first; empty if nothing has. */
    Optional<String> missing() {
        return missingDatabase().or(this::missingLetters);
    }

    private Optional<String> missingDatabase() {
        try (Connection connection = dataSource.getConnection()) {
            connection.isValid(1);
        } catch (SQLException e) {
            return Optional.of(atPostgres(e));
        }
        return otherVersion();
    }

    private Optional<String> otherVersion() {
        try {
            flyway.validate();
            return Optional.empty();
        } catch (FlywayValidateException _) {
            return Optional.of("The database at " + database()
                    + " is not of this version of Homeroom; start an archiver of this version on it first");
        }
    }

    private Optional<String> missingLetters() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                topics.describe(Topics.DEAD_LETTERS);
                return Optional.empty();
            } catch (KafkaAwayException e) {
                if (!(e.getCause() instanceof TimeoutException) || System.nanoTime() > end) {
                    return Optional.of(whyNoLetters(e));
                }
            } catch (KafkaException e) {
                return Optional.of(atKafka(e));
            }
        }
    }

    private String whyNoLetters(KafkaAwayException e) {
        return e.getCause() instanceof UnknownTopicOrPartitionException
                ? "Kafka at " + kafka() + " has no topic " + Topics.DEAD_LETTERS
                : atKafka(e);
    }

    /** What made a replay fail, in one line; empty if it was neither Kafka nor Postgres. */
    Optional<String> failed(RuntimeException e) {
        return switch (e) {
            case DataAccessException _, TransactionException _ -> Optional.of(atPostgres(e));
            case KafkaAwayException _, KafkaException _ -> Optional.of(atKafka(e));
            default -> Optional.empty();
        };
    }

    private String atPostgres(Exception e) {
        return "Postgres at " + database() + " cannot be used: " + reason(e);
    }

    private String atKafka(Exception e) {
        return "Kafka at " + kafka() + " cannot be used: " + reason(e);
    }

    private static String reason(Exception e) {
        Throwable cause = Objects.requireNonNullElse(NestedExceptionUtils.getRootCause(e), e);
        String message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    private String kafka() {
        return environment.getProperty("spring.kafka.bootstrap-servers", "?");
    }

    /** Without its parameters, among which a password may be. */
    private String database() {
        return environment.getProperty("spring.datasource.url", "?").split("\\?", 2)[0];
    }
}
