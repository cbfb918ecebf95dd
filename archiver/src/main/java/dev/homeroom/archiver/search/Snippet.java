package dev.homeroom.archiver.search;

import dev.homeroom.archiver.words.Stretch;
import java.util.ArrayList;
import java.util.List;

/**
 * Some of a text, around what was found in it first.
 *
 * @param pieces one behind the other
 * @param begins whether the text begins here
 * @param ends whether the text ends here
 */
record Snippet(List<Piece> pieces, boolean begins, boolean ends) {
    private static final int LENGTH = 240;
    private static final int BEFORE = 60;

    /** @param found whether it is what was searched for */
    record Piece(String text, boolean found) {}

    /** @param found in order, without overlaps */
    static Snippet of(String text, List<Stretch> found) {
        int first = found.isEmpty() ? 0 : found.getFirst().start();
        int start = text.length() <= LENGTH ? 0 : whole(text, Math.max(0, first - BEFORE));
        int end = whole(text, Math.min(text.length(), start + LENGTH));
        return new Snippet(pieces(text, start, end, found), start == 0, end == text.length());
    }

    private static List<Piece> pieces(String text, int start, int end, List<Stretch> found) {
        List<Piece> pieces = new ArrayList<>();
        int place = start;
        for (Stretch stretch : found) {
            int from = Math.clamp(stretch.start(), place, end);
            int to = Math.clamp(stretch.end(), from, end);
            add(pieces, text.substring(place, from), false);
            add(pieces, text.substring(from, to), true);
            place = to;
        }
        add(pieces, text.substring(place, end), false);
        return pieces;
    }

    private static void add(List<Piece> pieces, String text, boolean found) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, found));
        }
    }

    /** Does not cut a character in two. */
    private static int whole(String text, int index) {
        boolean within = index > 0
                && index < text.length()
                && Character.isSurrogatePair(text.charAt(index - 1), text.charAt(index));
        return within ? index - 1 : index;
    }
}
