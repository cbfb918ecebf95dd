package dev.homeroom.archiver.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes CSV (RFC 4180) that a spreadsheet cannot take for formulas: a cell that begins with one of {@code = + - @}, a
 * tab or a line break, also in full width, gets an apostrophe in front.
 */
public final class CsvWriter {
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private final Writer out;

    public CsvWriter(Writer out) {
        this.out = out;
    }

    public void row(String... cells) {
        try {
            out.write(Stream.of(cells).map(CsvWriter::cell).collect(Collectors.joining(",", "", "\r\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cell(String text) {
        String safe = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return needsQuotes(safe) ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    private static boolean needsQuotes(String text) {
        return text.chars().anyMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n' || c == ';' || c == '\t');
    }
}
