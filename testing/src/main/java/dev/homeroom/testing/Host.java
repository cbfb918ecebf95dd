package dev.homeroom.testing;

/** What can run servers for tests. */
interface Host {
    KafkaServer startKafka();

    PostgresServer startPostgres();

    /** The host that the system property {@code backends} asks for; else containers, where a Docker engine answers. */
    static Host chosen() {
        String wanted = System.getProperty("backends", "");
        return switch (wanted) {
            case "containers" -> new ContainerHost();
            case "embedded" -> new LocalHost();
            case "" -> ContainerHost.answers() ? new ContainerHost() : new LocalHost();
            default -> throw new IllegalArgumentException("-Dbackends is containers or embedded, not " + wanted);
        };
    }
}
