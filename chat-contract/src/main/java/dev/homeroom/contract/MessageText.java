package dev.homeroom.contract;

/**
 * What somebody wrote in one message: at least one character that is not white space, no NUL, no lone surrogates, so
 * that it survives UTF-8, JSON and Postgres unchanged.
 */
public record MessageText(String value) {
    private static final char REPLACEMENT = '\uFFFD';

    /** @throws IllegalArgumentException if the text is blank or holds what {@link #accept} would replace */
    public MessageText {
        if (value.isBlank() || !clean(value).equals(value)) {
            throw new IllegalArgumentException("blank, or with control characters or lone surrogates");
        }
    }

    /** What became of a text that somebody typed. */
    public sealed interface Acceptance {
        record Accepted(MessageText text) implements Acceptance {}

        record Empty() implements Acceptance {}

        /** @param length in characters (code points), as the limit */
        record TooLong(int length, int limit) implements Acceptance {}
    }

    /**
     * Takes what somebody typed: strips white space around it and replaces control characters (except tab and line
     * breaks) and lone surrogates by U+FFFD. A text in which there is nothing to be seen is empty.
     *
     * @param limit in characters (code points)
     */
    public static Acceptance accept(String typed, int limit) {
        String stripped = typed.strip();
        int length = stripped.codePointCount(0, stripped.length());
        if (stripped.codePoints().allMatch(MessageText::isInvisible)) {
            return new Acceptance.Empty();
        }
        return length > limit
                ? new Acceptance.TooLong(length, limit)
                : new Acceptance.Accepted(new MessageText(clean(stripped)));
    }

    /** White space of any kind, also that which does not break, and what takes no room at all. */
    private static boolean isInvisible(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.getType(codePoint) == Character.FORMAT;
    }

    private static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isUnwanted(text, i)) {
                return replaceUnwanted(text);
            }
        }
        return text;
    }

    private static String replaceUnwanted(String text) {
        StringBuilder cleaned = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            cleaned.append(isUnwanted(text, i) ? REPLACEMENT : text.charAt(i));
        }
        return cleaned.toString();
    }

    private static boolean isUnwanted(String text, int index) {
        char c = text.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return index == 0 || !Character.isHighSurrogate(text.charAt(index - 1));
        }
        return Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r';
    }

    @Override
    public String toString() {
        return value;
    }
}
