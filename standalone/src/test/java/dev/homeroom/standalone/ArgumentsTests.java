package dev.homeroom.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTests {
    private static final Path DATA = Path.of("/srv/homeroom");

    @Test
    void startsTheDemoSchoolForThisMachineAlone() {
        assertThat(read()).isEqualTo(new Arguments.Run(new Options("localhost", 8080, DATA, true, false)));
    }

    @Test
    void takesEveryOption() {
        assertThat(read("--port", "9000", "--data", "/tmp/x", "--empty", "--guests", "--host", "0.0.0.0"))
                .isEqualTo(new Arguments.Run(new Options("0.0.0.0", 9000, Path.of("/tmp/x"), false, true)));
    }

    @Test
    void takesAValueAfterAnEqualsSign() {
        assertThat(read("--port=9000", "--data=/tmp/a=b"))
                .isEqualTo(new Arguments.Run(new Options("localhost", 9000, Path.of("/tmp/a=b"), true, false)));
    }

    @Test
    void findsADataFolderFromWhereItIsCalled() {
        assertThat(read("--data", "here"))
                .isEqualTo(new Arguments.Run(
                        new Options("localhost", 8080, Path.of("here").toAbsolutePath(), true, false)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h"})
    void helps(String option) {
        assertThat(read("--guests", option)).isEqualTo(new Arguments.Help());
    }

    /** Wrong words and what is said of them; the script {@code homeroom} says it too, before it builds anything. */
    static Stream<org.junit.jupiter.params.provider.Arguments> wrongWords() {
        return Stream.of(
                arguments("--prot 80", "unknown option --prot"),
                arguments("-p", "unknown option -p"),
                arguments("80", "options begin with --, and 80 does not"),
                arguments("--port", "--port needs a value"),
                arguments("--port --guests", "--port needs a value"),
                arguments("--data=", "--data needs a value"),
                arguments("--port 0", "--port is a number from 1 to 65535, not 0"),
                arguments("--port 65536", "--port is a number from 1 to 65535, not 65536"),
                arguments("--port http", "--port is a number from 1 to 65535, not http"),
                arguments("--port -1", "--port is a number from 1 to 65535, not -1"),
                arguments("--empty=yes", "--empty takes no value: it is there or not"),
                arguments("--guests=", "--guests takes no value: it is there or not"),
                arguments("--guests yes", "options begin with --, and yes does not"));
    }

    @ParameterizedTest
    @MethodSource("wrongWords")
    void saysWhatIsWrong(String words, String line) {
        assertThat(read(words.split(" "))).isEqualTo(new Arguments.Wrong(line));
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, http://localhost:80",
        "0.0.0.0, http://localhost:80",
        "::, http://localhost:80",
        "::1, http://[::1]:80",
        "192.0.2.7, http://192.0.2.7:80",
    })
    void saysWhereABrowserFindsIt(String host, String address) {
        assertThat(new Options(host, 80, DATA, true, false).address()).isEqualTo(address);
    }

    private static Arguments read(String... words) {
        return ArgumentReader.read(List.of(words), DATA);
    }
}
