package dev.homeroom.contract;

import java.util.regex.Pattern;

/** The name of one edge: 1 to 64 letters, digits, dots, dashes and underscores; unique among the edges of a cluster. */
public record EdgeId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public EdgeId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("An edge id has 1 to 64 letters, digits, dots, dashes, underscores");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
