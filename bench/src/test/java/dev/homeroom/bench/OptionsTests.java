package dev.homeroom.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homeroom.api.Login;
import dev.homeroom.bench.classrooms.ClassroomsSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTests {
    @Test
    void hasDefaultsForADemoSchool() {
        Options options = parse("");
        assertThat(options.api()).isEqualTo(URI.create("http://localhost:8080"));
        assertThat(options.edges()).containsExactly(options.api());
        assertThat(options.teacher()).isEqualTo(new Login("teacher", "teacher"));
        assertThat(options.scene())
                .isEqualTo(new Scene.ManyClasses(new ClassroomsSettings(
                        100, 30, 1_000, Duration.ofSeconds(20), Duration.ofSeconds(30), Duration.ofSeconds(6), 80, 1)));
    }

    @Test
    void readsWhatIsGiven() {
        long pid = ProcessHandle.current().pid();
        Options options =
                parse("--edges http://a:1,http://b:2 --rooms 3 --warm-up 0 --admin root/se/cret --pids me=" + pid);
        assertThat(options.edges()).containsExactly(URI.create("http://a:1"), URI.create("http://b:2"));
        assertThat(options.scene())
                .isEqualTo(new Scene.ManyClasses(new ClassroomsSettings(
                        3, 30, 1_000, Duration.ZERO, Duration.ofSeconds(30), Duration.ofSeconds(6), 80, 1)));
        assertThat(options.admin()).isEqualTo(new Login("root", "se/cret"));
        assertThat(options.server().names()).containsEntry(pid, "me");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--room 3",
                "rooms 3",
                "--rooms",
                "--rooms 3 --rooms 4",
                "--rooms 0",
                "--rate -1",
                "--rate many",
                "--url localhost:8080",
                "--url https://localhost",
                "--teacher nobody",
                "--pids x",
                "--slow 5",
                "--pids 999999999"
            })
    void refusesNonsense(String words) {
        assertThatThrownBy(() -> parse(words)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsTheOptionsOfEachScene() {
        assertThat(Options.parse(List.of("slow-readers", "--slow", "7", "--length", "2000"))
                        .scene())
                .isInstanceOfSatisfying(Scene.SomeStopReading.class, scene -> {
                    assertThat(scene.settings().slowPercent()).isEqualTo(7);
                    assertThat(scene.settings().textLength()).isEqualTo(2_000);
                });
        assertThatThrownBy(() -> Options.parse(List.of("slow-readers", "--seconds", "3")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Options.parse(List.of("lessons"))).hasMessageContaining("no scene lessons");
    }

    private static Options parse(String words) {
        return Options.parse(List.of(("classrooms " + words).strip().split(" ")));
    }
}
