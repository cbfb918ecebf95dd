package dev.homeroom.archiver.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is counted as a word. */
class WordCountTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 0",
                "?! … 。， | 0",
                "Hello, world | 2",
                "I don't know | 3",
                "well-known facts | 3",
                "3.14 is 1,000 times | 4",
                "早上好 | 3",
                "早上好，老师！ | 5",
                "我喜欢 reading books，你呢？ | 7",
                "第3章 is good | 5",
                "great 👍👍 👩‍👩‍👧 | 1",
                "ありがとう | 5",
                "naïve café | 2",
            })
    void countsWordsBetweenSpacesAndEachCharacterOfChinese(String text, int words) {
        assertThat(WordCount.of(text)).isEqualTo(words);
    }
}
