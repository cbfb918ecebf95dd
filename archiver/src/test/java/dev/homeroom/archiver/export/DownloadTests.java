package dev.homeroom.archiver.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homeroom.archiver.problem.BrokenAnswerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.core.exc.JacksonIOException;

/** How a download ends that does not end well. */
class DownloadTests {
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    private void send(Download.Content content) {
        Download.send(response, MediaType.TEXT_PLAIN, "words.txt", content);
    }

    static Stream<Download.Content> leaving() {
        IOException gone = new IOException("Broken pipe");
        return Stream.of(
                _ -> {
                    throw gone;
                },
                _ -> {
                    throw new UncheckedIOException(gone);
                },
                _ -> {
                    throw JacksonIOException.construct(gone);
                });
    }

    @ParameterizedTest
    @MethodSource("leaving")
    void mindsNobodyWhoLeavesBeforeTheEnd(Download.Content content) {
        assertThatCode(() -> send(content)).doesNotThrowAnyException();
    }

    @Test
    void breaksOffWhatHasBegun() {
        assertThatThrownBy(() -> send(out -> {
                    out.write('x');
                    response.flushBuffer();
                    throw new IllegalStateException("the second page");
                }))
                .isInstanceOf(BrokenAnswerException.class);
    }

    @Test
    void leavesNoTraceOfWhatHasNotBegun() {
        assertThatThrownBy(() -> send(out -> {
                    throw new IllegalStateException("the first page");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(response.getHeaderNames()).isEmpty();
    }
}
