package dev.homeroom.archiver.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhraseListTests {
    private static final PhraseList LIST =
            new PhraseList(List.of("stupid", "shut up", "to be or not", "笨蛋", "滚开 now", "ass", "?!"));

    @Test
    void findsWordsInAllOfTheirForms() {
        assertThat(LIST.foundIn("How STUPID, Stupid's")).containsExactly("stupid");
        assertThat(new PhraseList(List.of("fight")).foundIn("he fights, they were fighting"))
                .containsExactly("fight");
    }

    @Test
    void findsPhrasesWhoseWordsFollowOneAnother() {
        assertThat(LIST.foundIn("Shut  up!")).containsExactly("shut up");
        assertThat(LIST.foundIn("Up and shut. Shut it up")).isEmpty();
        assertThat(LIST.foundIn("to be or not to be")).containsExactly("to be or not");
    }

    @Test
    void findsChineseAndBothMixed() {
        assertThat(LIST.foundIn("你这个笨蛋，滚开 now")).containsExactlyInAnyOrder("笨蛋", "滚开 now");
        assertThat(LIST.foundIn("笨的蛋")).isEmpty();
    }

    @Test
    void takesNoPartOfAWordForIt() {
        assertThat(LIST.foundIn("The class passes grass")).isEmpty();
    }

    @Test
    void findsNothingInNothing() {
        assertThat(LIST.foundIn("")).isEmpty();
        assertThat(new PhraseList(List.of()).foundIn("stupid")).isEmpty();
    }
}
