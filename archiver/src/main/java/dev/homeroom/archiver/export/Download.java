package dev.homeroom.archiver.export;

import dev.homeroom.archiver.problem.BrokenAnswerException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.core.exc.JacksonIOException;

/**
 * Sends a file while it is being made.
 *
 * <p>If that fails after the first bytes have gone out, the connection is broken off: half a file must not look like a whole
 * one. Before, the answer is a problem like any other. Somebody who does not want the rest is no problem at all.
 */
public final class Download {
    private static final Logger log = LoggerFactory.getLogger(Download.class);

    private Download() {}

    /** Makes the file. Writing throws {@link IOException}, by itself or wrapped; whatever else is thrown is a failure. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    public static void send(HttpServletResponse response, MediaType type, String filename, Content content) {
        response.setContentType(type.toString());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(filename, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        try {
            content.writeTo(response.getOutputStream());
        } catch (IOException | UncheckedIOException | JacksonIOException e) {
            log.debug("Somebody left before the end of a download", e);
        } catch (RuntimeException e) {
            throw failure(response, e);
        }
    }

    private static RuntimeException failure(HttpServletResponse response, RuntimeException e) {
        if (response.isCommitted()) {
            log.warn("A download is broken off: {}", e.getMessage());
            return new BrokenAnswerException(e);
        }
        response.reset();
        return e;
    }
}
