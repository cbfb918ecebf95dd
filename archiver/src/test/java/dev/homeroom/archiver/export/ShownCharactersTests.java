package dev.homeroom.archiver.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Characters that a font or a page cannot show. */
class ShownCharactersTests {
    private final PrintFont font = new PrintFont();

    private String printed(String text) {
        return ShownCharacters.of(text, font.get()::charExists);
    }

    @Test
    void fontHasChineseAndLatin() {
        String text = "Größe “naïve” αβγ Привет 你好，世界！《书》 龘 ひらがな ①②③ → ± €";

        assertThat(printed(text)).isEqualTo(text);
    }

    @Test
    void showsWhatTheFontHasNotByItsNumber() {
        assertThat(printed("well done 👍🏽!")).isEqualTo("well done [U+1F44D][U+1F3FD]!");
        assertThat(printed("\u0915 and \u05D0")).isEqualTo("[U+0915] and [U+05D0]");
    }

    @Test
    void joinsAccentsToTheirLetters() {
        assertThat(printed("cafe\u0301")).isEqualTo("café");
    }

    @Test
    void leavesOutWhatIsNotToBeSeen() {
        assertThat(printed("a\u200db\u202ec\uFE0F")).isEqualTo("abc");
    }

    @Test
    void keepsLinesAndShowsControlCharacters() {
        assertThat(ShownCharacters.withoutControls("a\r\nb\tc\u0007")).isEqualTo("a\nb    c[U+0007]");
        assertThat(printed("a\nb\u0007")).isEqualTo("a\nb[U+0007]");
    }

    @Test
    void leavesEmojiToThePage() {
        assertThat(ShownCharacters.withoutControls("👩‍🏫")).isEqualTo("👩‍🏫");
    }
}
