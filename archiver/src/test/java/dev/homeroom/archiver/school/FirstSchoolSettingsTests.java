package dev.homeroom.archiver.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which first passwords there may be. */
class FirstSchoolSettingsTests {
    @ParameterizedTest
    @ValueSource(
            strings = {"", "secret7", "seventy-three bytes, of which bcrypt would look at seventy-two and no more"})
    void refusesPasswordThatNobodyMayHaveWithoutRepeatingIt(String password) {
        assertThatThrownBy(() -> new FirstSchoolSettings("School", "admin", password))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("must have 8 characters at least and 72 bytes at most")
                .message()
                .satisfies(message -> assertThat(password.isEmpty() || !message.contains(password))
                        .isTrue());
    }

    @Test
    void takesGoodPasswordOrNone() {
        assertThat(new FirstSchoolSettings("School", "admin", null).adminPassword())
                .isNull();
        assertThat(new FirstSchoolSettings("School", "admin", "hill-school-1").toString())
                .doesNotContain("hill-school-1");
    }
}
