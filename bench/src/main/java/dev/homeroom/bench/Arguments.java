package dev.homeroom.bench;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Options of the form {@code --name value}. */
final class Arguments {
    private final Map<String, String> values = new HashMap<>();

    /** @throws IllegalArgumentException if one is not known, has no value or comes twice */
    Arguments(List<String> words, Set<String> known) {
        for (int i = 0; i < words.size(); i += 2) {
            String name = words.get(i);
            if (!name.startsWith("--") || !known.contains(name.substring(2))) {
                throw new IllegalArgumentException("there is no option " + name);
            }
            if (i + 1 == words.size()) {
                throw new IllegalArgumentException(name + " needs a value");
            }
            if (values.put(name.substring(2), words.get(i + 1)) != null) {
                throw new IllegalArgumentException(name + " is given twice");
            }
        }
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    int positive(String name, int otherwise) {
        int number = number(name, otherwise);
        if (number == 0) {
            throw new IllegalArgumentException("--" + name + " must be more than 0");
        }
        return number;
    }

    Duration seconds(String name, int otherwise) {
        return Duration.ofSeconds(number(name, otherwise));
    }

    int number(String name, int otherwise) {
        return text(name).map(text -> number(name, text)).orElse(otherwise);
    }

    /** Empty where there are none. */
    List<Integer> numbers(String name) {
        return list(name).stream().map(text -> number(name, text)).toList();
    }

    private static int number(String name, String text) {
        try {
            return Integer.parseUnsignedInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--" + name + " must be a number, not " + text, e);
        }
    }

    Optional<URI> url(String name) {
        return text(name).map(text -> url(name, text));
    }

    List<URI> urls(String name) {
        return list(name).stream().map(text -> url(name, text)).toList();
    }

    List<String> list(String name) {
        return text(name).map(text -> Arrays.asList(text.split(",", -1))).orElse(List.of());
    }

    private static URI url(String name, String text) {
        URI url = URI.create(text);
        if (!"http".equals(url.getScheme()) || url.getHost() == null) {
            throw new IllegalArgumentException("--" + name + " must be such as http://localhost:8080, not " + text);
        }
        return url;
    }
}
