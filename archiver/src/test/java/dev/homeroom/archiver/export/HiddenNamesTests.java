package dev.homeroom.archiver.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mentions of people in what was written. */
class HiddenNamesTests {
    private static final HiddenNames NAMES = new HiddenNames(
            List.of(
                    person("Amy Stone", "amy.s", "Student A"),
                    person("Will Stone", "will", "Student B"),
                    person("王小明", "wang7", "学生C"),
                    person("欧阳小红", "ouyang", "学生D"),
                    new Person(UUID.randomUUID(), "Zoë", null, "Guest E")),
            "somebody");

    private static Person person(String name, String username, String pseudonym) {
        return new Person(UUID.randomUUID(), name, username, pseudonym);
    }

    @ParameterizedTest
    @CsvSource({
        "Amy Stone is here, Student A is here",
        "ask @amy.s!, ask @Student A!",
        "AMY STONE?, Student A?",
        "Amy's book, Student A's book",
        "my amygdala and a stonewall, my amygdala and a stonewall",
        "the Stone family, the somebody family",
        "zoë and ZOË, Guest E and Guest E",
        "王小明说得对, 学生C说得对",
        "小明在吗, 学生C在吗",
        "问小红, 问学生D",
        "Amy和小红, Student A和学生D",
    })
    void takesTheirPlace(String written, String shown) {
        assertThat(NAMES.hide(written)).isEqualTo(shown);
    }

    @Test
    void leavesWordsThatAreOnlyLikeNames() {
        HiddenNames names = new HiddenNames(List.of(person("Rose May", "rm", "Student A")), "somebody");

        assertThat(names.hide("I may like a rose, May")).isEqualTo("I may like a rose, Student A");
    }

    @Test
    void leavesEverythingElseAsItWas() {
        String text = "nothing 😀 of\nanybody\t这里";

        assertThat(NAMES.hide(text)).isEqualTo(text);
    }
}
