package dev.homeroom.archiver.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Remembers what the stream behind it has thrown, for when somebody in between has made something else of it. */
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

    void rethrowFailure() {
        if (failure != null) {
            throw failure;
        }
    }
}
