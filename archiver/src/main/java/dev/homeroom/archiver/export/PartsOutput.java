package dev.homeroom.archiver.export;

import java.io.OutputStream;
import java.util.Arrays;

/** Keeps a file in the database, part by part. What was written last is kept by {@link #finish}. */
final class PartsOutput extends OutputStream {
    private static final int PART = 256 * 1024;

    private final ExportRows rows;
    private final ExportJob job;
    private final ExportSettings settings;
    private final byte[] part = new byte[PART];

    private int filled;
    private int parts;
    private long size;
    private long kept;

    PartsOutput(ExportRows rows, ExportJob job, ExportSettings settings) {
        this.rows = rows;
        this.job = job;
        this.settings = settings;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        size += length;
        if (size > settings.maxSize().toBytes()) {
            throw new EndedRunException("too-large");
        }
        int done = 0;
        while (done < length) {
            int now = Math.min(length - done, PART - filled);
            System.arraycopy(bytes, offset + done, part, filled, now);
            filled += now;
            done += now;
            if (filled == PART) {
                keep();
            }
        }
    }

    void finish() {
        if (filled > 0) {
            keep();
        }
    }

    long size() {
        return size;
    }

    private void keep() {
        kept += filled;
        if (!rows.addPart(job, parts, Arrays.copyOf(part, filled), kept)) {
            throw EndedRunException.lost();
        }
        if (rows.sizeOfAll() > settings.maxSizeOfAll().toBytes()) {
            throw new EndedRunException("exports-full");
        }
        parts++;
        filled = 0;
    }
}
