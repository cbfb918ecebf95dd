package dev.homeroom.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homeroom.contract.MessageText.Acceptance.Accepted;
import dev.homeroom.contract.MessageText.Acceptance.Empty;
import dev.homeroom.contract.MessageText.Acceptance.TooLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTextTests {
    @Test
    void keepsWhatPeopleWrite() {
        assertThat(MessageText.accept("  a\tb\nc \uD83D\uDE00 ", 100))
                .isEqualTo(new Accepted(new MessageText("a\tb\nc \uD83D\uDE00")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n\t", "\u3000"})
    void refusesEmptyText(String typed) {
        assertThat(MessageText.accept(typed, 100)).isEqualTo(new Empty());
    }

    @Test
    void countsCharactersAndNotTheirHalves() {
        String emoji = "\uD83D\uDE00".repeat(10);
        assertThat(MessageText.accept(emoji, 10)).isEqualTo(new Accepted(new MessageText(emoji)));
        assertThat(MessageText.accept(emoji, 9)).isEqualTo(new TooLong(10, 9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\uD83Db", "a\uDE00b", "a\u001Bb", "a\u0085b"})
    void replacesWhatCouldNotBeStored(String typed) {
        assertThat(MessageText.accept(typed, 100)).isEqualTo(new Accepted(new MessageText("a\uFFFDb")));
        assertThatThrownBy(() -> new MessageText(typed)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00A0", "\u3000", "\u200B", "\u2007\u202F", "\uFEFF", "\u2060 \u200D\n"})
    void takesWhatCannotBeSeenForEmpty(String typed) {
        assertThat(MessageText.accept(typed, 10)).isInstanceOf(MessageText.Acceptance.Empty.class);
    }

    @Test
    void keepsWhatJoinsOtherCharacters() {
        String family = "\uD83D\uDC68\u200D\uD83D\uDC69";
        assertThat(MessageText.accept(family, 10))
                .isEqualTo(new MessageText.Acceptance.Accepted(new MessageText(family)));
    }
}
