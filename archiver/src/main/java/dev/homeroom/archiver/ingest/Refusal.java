package dev.homeroom.archiver.ingest;

import dev.homeroom.archiver.ingest.Judgement.Poison;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * That Postgres would not take a record, and that trying again would not help: a data exception or an integrity violation
 * (SQLSTATE classes 22 and 23).
 */
record Refusal(String sqlState) {
    /** @throws DataAccessException the given one, if it is of another kind */
    static Refusal orThrow(DataAccessException e) {
        String state = sqlState(e);
        if (!state.startsWith("22") && !state.startsWith("23")) {
            throw e;
        }
        return new Refusal(state);
    }

    Poison of(ConsumerRecord<byte[], byte[]> record) {
        return new Poison(record, DeadLetterReason.REFUSED, "SQLSTATE " + sqlState);
    }

    private static String sqlState(DataAccessException e) {
        return Stream.<@Nullable Throwable>iterate(
                        e, Objects::nonNull, cause -> cause == null ? null : cause.getCause())
                .filter(SQLException.class::isInstance)
                .map(cause -> String.valueOf(((SQLException) cause).getSQLState()))
                .findFirst()
                .orElse("");
    }
}
