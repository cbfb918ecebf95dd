package dev.homeroom.archiver.words;

/**
 * A word of a text as it is searched for.
 *
 * @param term in the form that all of its forms share: {@code stories} and {@code Story's} are {@code story}
 * @param position which word of the text it is, from 1 on; a pair has that of its first
 * @param start the index of its first character in the text
 * @param end the index behind its last character
 */
public record Word(String term, int position, int start, int end) {
    /** Whether it is some of the characters of the other one. */
    boolean isPartOf(Word other) {
        return other.start <= start && end <= other.end && other.end - other.start > end - start;
    }

    /** This and its neighbour as one. */
    Word with(Word next) {
        return new Word(term + " " + next.term, position, start, next.end);
    }
}
