package dev.homeroom.standalone;

/** What a person needs to know once Homeroom is ready. */
final class Welcome {
    private Welcome() {}

    static String text(Options options, School school, Servers servers) {
        return """

                Homeroom is ready: %s

                %s
                Kafka is at %s. Ctrl-C stops everything.
                """.formatted(options.address(), school.logins(), servers.bootstrapServers())
                .stripTrailing();
    }
}
