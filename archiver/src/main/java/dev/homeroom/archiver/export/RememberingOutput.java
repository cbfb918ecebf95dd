package dev.homeroom.archiver.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what the stream behind it has thrown: libraries in between make something else of it, and whoever leaves, or ends the
 * writing, would be taken for a failure.
 */
final class RememberingOutput extends FilterOutputStream {
    private @Nullable RuntimeException failure;

    RememberingOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            failure = new UncheckedIOException(e);
            throw e;
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    /** Does something that writes; what the stream behind has thrown comes out as it went in. */
    void during(Runnable what) {
        try {
            what.run();
        } catch (RuntimeException e) {
            throw failure == null ? e : failure;
        }
    }
}
