package dev.homeroom.faults;

import dev.homeroom.faults.deployment.Kind;
import dev.homeroom.faults.mischief.Targets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param time that the trouble lasts
 * @param kills so many acts
 * @param only the one thing that is hit, or everything
 * @param clients so many people
 * @param json file for the verdict
 */
record Options(
        Duration time,
        long seed,
        int kills,
        int brokers,
        int edges,
        int archivers,
        Optional<String> only,
        int clients,
        Optional<Path> json) {
    private static final Set<String> KNOWN =
            Set.of("minutes", "seed", "kills", "brokers", "edges", "archivers", "only", "clients", "json");
    private static final String NETWORK = "network";
    private static final int KILLS_A_MINUTE = 8;

    /** @throws IllegalArgumentException saying what is wrong with them */
    static Options parse(List<String> words) {
        Map<String, String> values = values(words);
        int minutes = number(values, "minutes", 3);
        Options options = new Options(
                Duration.ofMinutes(minutes),
                seed(values),
                number(values, "kills", minutes * KILLS_A_MINUTE),
                number(values, "brokers", 3),
                number(values, "edges", 2),
                number(values, "archivers", 2),
                Optional.ofNullable(values.get("only")),
                number(values, "clients", 200),
                Optional.ofNullable(values.get("json")).map(Path::of));
        if (options.brokers() != 1 && options.brokers() != 3) {
            throw new IllegalArgumentException("--brokers must be 1 or 3, not " + options.brokers());
        }
        options.only().ifPresent(Options::checkOnly);
        return options;
    }

    private static Map<String, String> values(List<String> words) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            String name = words.get(i);
            if (!name.startsWith("--") || !KNOWN.contains(name.substring(2))) {
                throw new IllegalArgumentException("there is no option " + name);
            }
            if (i + 1 == words.size()) {
                throw new IllegalArgumentException(name + " needs a value");
            }
            if (values.put(name.substring(2), words.get(i + 1)) != null) {
                throw new IllegalArgumentException(name + " is given twice");
            }
        }
        return values;
    }

    private static long seed(Map<String, String> values) {
        String text = values.getOrDefault("seed", Long.toString(System.currentTimeMillis() % 1_000_000));
        try {
            return Long.parseUnsignedLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--seed must be a number, not " + text, e);
        }
    }

    private static int number(Map<String, String> values, String name, int otherwise) {
        String text = values.getOrDefault(name, Integer.toString(otherwise));
        try {
            int number = Integer.parseUnsignedInt(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Told below.
        }
        throw new IllegalArgumentException("--" + name + " must be a number above 0, not " + text);
    }

    private static void checkOnly(String only) {
        if (!only.equals(NETWORK)) {
            try {
                Kind.valueOf(only.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "--only must be edge, archiver, kafka, postgres or network, not " + only, e);
            }
        }
    }

    Targets choose(Targets all) {
        return only.map(kind -> kind.equals(NETWORK)
                        ? all.onlyNetwork()
                        : all.only(Set.of(Kind.valueOf(kind.toUpperCase(Locale.ROOT)))))
                .orElse(all);
    }
}
