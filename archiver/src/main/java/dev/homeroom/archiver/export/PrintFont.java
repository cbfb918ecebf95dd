package dev.homeroom.archiver.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.DocumentException;
import org.openpdf.text.pdf.BaseFont;
import org.springframework.stereotype.Component;

/**
 * The font of PDF files, which has Chinese, Japanese, Latin and Cyrillic: Noto Sans SC. It is read when it is first
 * wanted and kept, 10 MB, for all files: each takes along no more than the characters that it has.
 */
@Component
class PrintFont {
    private static final String FILE = "/dev/homeroom/font/NotoSansSC-Regular.ttf";

    private @Nullable BaseFont font;

    synchronized BaseFont get() {
        if (font == null) {
            font = read();
        }
        return font;
    }

    private static BaseFont read() {
        try (InputStream in = Objects.requireNonNull(PrintFont.class.getResourceAsStream(FILE), FILE)) {
            return BaseFont.createFont(FILE, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, in.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DocumentException e) {
            throw new IllegalStateException(e);
        }
    }
}
