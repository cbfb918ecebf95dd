package dev.homeroom.archiver.export;

import java.text.Normalizer;
import java.util.function.IntPredicate;

/** Texts without what cannot be shown: in its place stands what it is, such as {@code [U+1F600]}. */
final class ShownCharacters {
    private static final int VARIATION_SELECTORS = 0xFE00;
    private static final int LAST_VARIATION_SELECTOR = 0xFE0F;
    private static final String TAB = "    ";

    private ShownCharacters() {}

    /** For HTML, which cannot have control characters. */
    static String withoutControls(String text) {
        if (text.chars().noneMatch(c -> Character.isISOControl(c) && !isBlank(c))) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(shown, c, !Character.isISOControl(c)));
        return shown.toString();
    }

    /**
     * For a font. What says only how other characters are to be drawn is left out, and accents join their letters, which fonts
     * rather have.
     *
     * @param known which characters it has
     */
    static String of(String text, IntPredicate known) {
        StringBuilder shown = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(c -> !isSilent(c))
                .forEach(c -> append(shown, c, !Character.isISOControl(c) && known.test(c)));
        return shown.toString();
    }

    private static void append(StringBuilder shown, int c, boolean showable) {
        switch (c) {
            case '\r' -> {}
            case '\n' -> shown.append('\n');
            case '\t' -> shown.append(TAB);
            default -> {
                if (showable) {
                    shown.appendCodePoint(c);
                } else {
                    shown.append("[U+%04X]".formatted(c));
                }
            }
        }
    }

    private static boolean isBlank(int c) {
        return c == '\n' || c == '\t';
    }

    private static boolean isSilent(int c) {
        return Character.getType(c) == Character.FORMAT || (c >= VARIATION_SELECTORS && c <= LAST_VARIATION_SELECTOR);
    }
}
