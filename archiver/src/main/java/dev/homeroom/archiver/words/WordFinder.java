package dev.homeroom.archiver.words;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Finds the words of a text: where Unicode breaks words (UAX #29), without case, accents and English endings. Chinese has no
 * spaces: each character is a word, and each pair of neighbours is one more, so that a search for several characters finds
 * them in a row and needs no dictionary. The same goes for neighbours among the commonest English words. Thread-safe.
 */
final class WordFinder {
    private static final int WITHOUT_SPACES =
            CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL;

    private static final Analyzer ANALYZER = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokens = new StandardTokenizer();
            TokenStream words = new CJKWidthFilter(tokens);
            words = new LowerCaseFilter(words);
            words = new CJKBigramFilter(words, WITHOUT_SPACES, true);
            words = new EnglishPossessiveFilter(words);
            words = new ASCIIFoldingFilter(words);
            words = new KStemFilter(words);
            return new TokenStreamComponents(tokens, words);
        }
    };

    private WordFinder() {}

    /** In the order in which they stand. */
    static List<Word> words(String text) {
        List<Word> found = new ArrayList<>();
        try (TokenStream words = ANALYZER.tokenStream("", new StringReader(text))) {
            CharTermAttribute term = words.getAttribute(CharTermAttribute.class);
            OffsetAttribute place = words.getAttribute(OffsetAttribute.class);
            PositionIncrementAttribute step = words.getAttribute(PositionIncrementAttribute.class);
            int position = 0;
            words.reset();
            while (words.incrementToken()) {
                position += step.getPositionIncrement();
                found.add(new Word(term.toString(), position, place.startOffset(), place.endOffset()));
            }
            words.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text in memory has no such failure
        }
        return CommonWords.withPairs(found);
    }
}
