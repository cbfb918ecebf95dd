package dev.homeroom.archiver.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
        assertThat(asked("fox's \"ran away\" 学习中文"))
                .isEqualTo("('fox') & ('ran' <1> 'away') & ('学习' <1> '习中' <1> '中文')");
    }

    @Test
    void asksForRoomsAuthorAndTimeToo() {
        Instant time = Instant.parse("1970-01-10T00:00:00Z");
        TermQuery query = TermQuery.of(Wanted.in("fox").orElseThrow())
                .in(List.of(new UUID(0, 35), new UUID(0, 36)))
                .by(List.of(new UUID(0, 1)))
                .sent(time, time.plus(Duration.ofDays(7)));
        assertThat(query.text()).isEqualTo("('fox') & ('@z' | '@10') & ('~1') & ('#1' | '#2')");
    }

    @Test
    void takesCommonNeighboursForOneWord() {
        assertThat(asked("\"to be or not\"")).isEqualTo("('to be' <1> 'be or' <1> 'or not')");
        assertThat(asked("to be")).isEqualTo("('to') & ('be')");
        assertThat(found("\"to be or not\"", "Who is to be, or not?")).containsExactly("to be, or not");
        assertThat(found("\"was it the fox\"", "was it the fox")).containsExactly("was it the fox");
    }

    @Test
    void quotesWhatPostgresWouldMisread() {
        assertThat(TermVector.quoted("it's\\")).isEqualTo("'it''s\\\\'");
    }

    @Test
    void vectorHasEachWordWithItsPlaces() {
        assertThat(TermVector.of(new UUID(0, 35), new UUID(0, 36), Instant.EPOCH, "Fox, fox; 中文"))
                .isEqualTo("'@z' '~10' '#0' 'fox':1,2 '中':3 '中文':3 '文':4");
    }

    private static String asked(String query) {
        return TermQuery.of(Wanted.in(query).orElseThrow()).text();
    }

    private static List<String> found(String query, String text) {
        return Wanted.in(query).orElseThrow().foundIn(text).stream()
                .map(stretch -> text.substring(stretch.start(), stretch.end()))
                .toList();
    }
}
