package dev.homeroom.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homeroom.bench.comparison.Bout;
import dev.homeroom.bench.comparison.Shape;
import dev.homeroom.bench.contender.Contender;
import dev.homeroom.bench.contender.Homeroom;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompareOptionsTests {
    private static final Path HOME = Path.of(".");

    private static CompareOptions parse(String words) {
        return CompareOptions.parse(words.isEmpty() ? List.of() : List.of(words.split(" ")));
    }

    private static List<String> scenes(String words) {
        return parse(words).bouts(HOME, _ -> {}).stream().map(Bout::name).toList();
    }

    private static List<String> contenders(String words) {
        return parse(words).contenders(HOME).stream().map(Contender::name).toList();
    }

    @Test
    void comparesEverythingUnlessItIsTold() {
        assertThat(scenes("")).containsExactly("classrooms", "assembly", "bell", "breaks-end", "lurkers", "archive");
        assertThat(contenders(""))
                .hasSize(7)
                .startsWith("floor")
                .contains("homeroom")
                .doesNotHaveDuplicates();
        assertThat(parse("").classrooms().shape()).isEqualTo(Shape.CLASSROOMS);
    }

    @Test
    void takesWhatIsChosen() {
        assertThat(scenes("--scenes lurkers")).containsExactly("lurkers");
        assertThat(contenders("--contenders homeroom,floor")).containsExactly("floor", "homeroom");
        assertThat(parse("--rates 7,8 --repeats 2 --seconds 9").classrooms().rates())
                .containsExactly(7, 8);
        assertThat(parse("--rates 7,8 --repeats 2 --seconds 9").assembly().measured())
                .isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void isShortWhereItIsToBeQuick() {
        assertThat(parse("--quick").classrooms().repeats()).isOne();
        assertThat(parse("--quick").classrooms().search()).isZero();
        assertThat(parse("--quick --seconds 5").lurkers().measured()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void leavesOutWhatWouldTakeLongWhereItIsToBeQuick() {
        assertThat(scenes("--quick")).doesNotContain("assembly");
        assertThat(scenes("--quick --scenes assembly")).containsExactly("assembly");
        assertThat(parse("--quick").isFor("classrooms", "socket.io")).isTrue();
        assertThat(parse("--quick").isFor("bell", "socket.io")).isFalse();
        assertThat(parse("--quick").isFor("bell", "homeroom")).isTrue();
        assertThat(parse("").isFor("bell", "socket.io")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--scenes dance", "--rates many", "--repeats 0", "--fast 1", "--json"})
    void refusesNonsense(String words) {
        assertThatThrownBy(() -> parse(words).bouts(HOME, _ -> {})).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesUnknownContenders() {
        assertThatThrownBy(() -> contenders("--contenders me"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("netty-socketio");
    }

    @Test
    void addsVariants() {
        CompareOptions options = CompareOptions.parse(List.of(
                "--contenders", "floor", "--variants", "serial:-XX:+UseSerialGC --a.b=c edges=2,plain:edges=1"));
        assertThat(options.contenders(HOME))
                .extracting(Contender::name)
                .containsExactly("floor", "homeroom-serial", "homeroom-plain");
        assertThat(Homeroom.Variant.parse("serial:-XX:+UseSerialGC --a.b=c edges=2"))
                .isEqualTo(new Homeroom.Variant("homeroom-serial", 2, List.of("-XX:+UseSerialGC"), List.of("--a.b=c")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"serial", ":-Xmx1g", "Serial:-Xmx1g", "serial:fast", "serial:edges=0"})
    void refusesOddVariants(String variant) {
        assertThatThrownBy(() -> Homeroom.Variant.parse(variant)).isInstanceOf(IllegalArgumentException.class);
    }
}
