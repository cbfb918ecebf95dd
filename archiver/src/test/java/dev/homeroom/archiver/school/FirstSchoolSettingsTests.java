package dev.homeroom.archiver.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

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

    /** Spring Boot's report of a failed start shows the exception's property. */
    @Test
    void keepsARefusedPasswordOutOfTheReport() {
        Binder binder = new Binder(
                new MapConfigurationPropertySource(Map.of("homeroom.archiver.first-school.admin-password", "secret7")));

        assertThatThrownBy(() -> binder.bind("homeroom.archiver.first-school", FirstSchoolSettings.class))
                .isInstanceOfSatisfying(
                        BindException.class, e -> assertThat(e.getProperty()).isNull())
                .hasRootCauseMessage("homeroom.archiver.first-school.admin-password must have 8 characters at least"
                        + " and 72 bytes at most");
    }

    @Test
    void takesGoodPasswordOrNone() {
        assertThat(new FirstSchoolSettings("School", "admin", null).adminPassword())
                .isNull();
        assertThat(new FirstSchoolSettings("School", "admin", "hill-school-1").toString())
                .doesNotContain("hill-school-1");
    }
}
