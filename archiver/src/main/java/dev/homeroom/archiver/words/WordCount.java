package dev.homeroom.archiver.words;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * Counts the words of a text where Unicode breaks words (UAX #29): of Chinese each character is one, as word processors count
 * it; of what stands between spaces, each stretch of letters or digits is one. Punctuation and emoji are none.
 */
public final class WordCount {
    private static final String EMOJI = StandardTokenizer.TOKEN_TYPES[StandardTokenizer.EMOJI];

    private WordCount() {}

    public static int of(String text) {
        try (StandardTokenizer words = new StandardTokenizer()) {
            words.setReader(new StringReader(text));
            TypeAttribute type = words.getAttribute(TypeAttribute.class);
            int count = 0;
            words.reset();
            while (words.incrementToken()) {
                count += type.type().equals(EMOJI) ? 0 : 1;
            }
            words.end();
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text in memory has no such failure
        }
    }
}
