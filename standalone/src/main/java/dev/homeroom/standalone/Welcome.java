package dev.homeroom.standalone;

/** What a person needs to know once Homeroom is ready. */
final class Welcome {
    private Welcome() {}

    static String text(Options options, School school, Servers servers) {
        return """

                Homeroom is ready: %s

                %s%s
                Kafka is at %s. Ctrl-C stops everything.
                """.formatted(options.address(), school.logins(), guests(options), servers.bootstrapServers())
                .stripTrailing();
    }

    private static String guests(Options options) {
        return options.guests() ? """
              guests    need no login: a page with %s/socket.io/socket.io.js
                        joins a room of any name; docs/clients.md has such a page
            """.formatted(options.address()) : "";
    }
}
