package dev.homeroom.archiver.login;

import dev.homeroom.archiver.problem.BodyTooLargeException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body ends with an exception where it gets too long: for bodies that do not say their length.
 *
 * <p>The rest of a body that is too long is read and dropped, up to {@value #DROPPED} times the limit. A connection that
 * is closed while the client still sends is reset, and a client that is reset may never see why.
 */
final class LimitedBody extends HttpServletRequestWrapper {
    private static final int DROPPED = 8;

    private final long maxBytes;

    private @Nullable Limited stream;

    LimitedBody(HttpServletRequest request, long maxBytes) {
        super(request);
        this.maxBytes = maxBytes;
    }

    /** Reads the body and drops it, or as much of it as one reads of a body that is too long. */
    void drop() throws IOException {
        drop(super.getInputStream(), maxBytes);
    }

    private static void drop(InputStream body, long maxBytes) throws IOException {
        byte[] dropped = new byte[16_384];
        long left = DROPPED * maxBytes;
        for (int read = 0; read >= 0 && left > 0; left -= read) {
            read = body.read(dropped);
        }
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (stream == null) {
            stream = new Limited(super.getInputStream(), maxBytes);
        }
        return stream;
    }

    private static final class Limited extends ServletInputStream {
        private final ServletInputStream body;
        private final long maxBytes;
        private long left;

        Limited(ServletInputStream body, long maxBytes) {
            this.body = body;
            this.maxBytes = maxBytes;
            this.left = maxBytes;
        }

        @Override
        public int read() throws IOException {
            int read = body.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = body.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) throws IOException {
            left -= read;
            if (left < 0) {
                drop(body, maxBytes);
                throw new BodyTooLargeException();
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
