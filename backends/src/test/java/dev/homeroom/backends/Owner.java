package dev.homeroom.backends;

import java.nio.file.Path;

/** Starts both backends in the folder that it is given, prints their process ids, and lives until it is killed. */
final class Owner {
    private Owner() {}

    public static void main(String[] arguments) throws InterruptedException {
        Path folder = Path.of(arguments[0]);
        LocalKafka kafka =
                LocalKafka.start(KafkaSettings.in(folder.resolve("kafka"))).orThrow();
        LocalPostgres postgres = LocalPostgres.start(PostgresSettings.in(folder.resolve("postgres")))
                .orThrow();
        System.out.println(kafka.pid() + " " + postgres.process().orElseThrow().pid());
        Thread.currentThread().join();
    }
}
