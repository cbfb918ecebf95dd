package dev.homeroom.archiver.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WantedTests {
    @Test
    void findsAllFormsOfAnEnglishWord() {
        assertThat(found("story", "Two stories, and the STORY's end")).containsExactly("stories", "STORY's");
        assertThat(found("fox", "foxes")).containsExactly("foxes");
        assertThat(found("cafe", "the café")).containsExactly("café");
    }

    @Test
    void findsChineseCharactersInARow() {
        assertThat(found("中文", "我在学习中文，中国的文字")).containsExactly("中文");
        assertThat(found("学习中文", "我在学习中文")).containsExactly("学习中文");
        assertThat(found("学中", "我在学习中文")).isEmpty();
        assertThat(found("文", "我在学习中文")).containsExactly("文");
    }

    @Test
    void findsBothMixed() {
        assertThat(found("手机iPhone", "新的手机iPhone很好")).containsExactly("手机iPhone");
        assertThat(found("iPhone 手机", "手机和iPhone")).containsExactly("手机", "iPhone");
    }

    @Test
    void findsPhrasesInQuotationMarksOnly() {
        assertThat(found("\"quick fox\"", "the quick fox, a fox so quick")).containsExactly("quick fox");
        assertThat(found("“quick fox”", "a fox so quick")).isEmpty();
        assertThat(found("quick fox", "a fox so quick")).containsExactly("fox", "quick");
        assertThat(found("\"quick fox", "quick fox")).containsExactly("quick fox");
    }

    @Test
    void isNothingWithoutAWord() {
        assertThat(Wanted.in(" \"\" ?! ")).isEmpty();
    }

    @Test
    void asksPostgresForPhrases() {
        assertThat(Wanted.in("fox's \"ran away\" 学习中文").orElseThrow().query())
                .isEqualTo("('fox') & ('ran' <1> 'away') & ('学习' <1> '习中' <1> '中文')");
    }

    @Test
    void quotesWhatPostgresWouldMisread() {
        assertThat(TermVector.quoted("it's\\")).isEqualTo("'it''s\\\\'");
    }

    @Test
    void vectorHasEachWordWithItsPlaces() {
        assertThat(TermVector.of("Fox, fox; 中文")).isEqualTo("'fox':1,2 '中':3 '中文':3 '文':4");
    }

    private static List<String> found(String query, String text) {
        return Wanted.in(query).orElseThrow().foundIn(text).stream()
                .map(stretch -> text.substring(stretch.start(), stretch.end()))
                .toList();
    }
}
