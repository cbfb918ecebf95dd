package dev.homeroom.archiver.outbox;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where a transaction leaves the records that it wants on Kafka.
 *
 * <p>They are there if and only if the transaction commits. Records with the same key must be added while the row that
 * they tell of is locked: then they get to Kafka in the order in which they were committed.
 */
@Component
public class Outbox {
    private final JdbcClient jdbc;
    private final OutboxSignal signal;

    Outbox(JdbcClient jdbc, OutboxSignal signal) {
        this.jdbc = jdbc;
        this.signal = signal;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(String topic, String key, byte[] value) {
        jdbc.sql("INSERT INTO outbox (topic, record_key, value) VALUES (?, ?, ?)")
                .params(topic, key, value)
                .update();
        signalAfterCommit();
    }

    private void signalAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                signal.send();
            }
        });
    }
}
