package dev.homeroom.archiver.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV that spreadsheets take for text. */
class CsvWriterTests {
    private static String row(String... cells) {
        StringWriter out = new StringWriter();
        new CsvWriter(out).row(cells);
        return out.toString();
    }

    @Test
    void separatesCells() {
        assertThat(row("a", "", "b")).isEqualTo("a,,b\r\n");
    }

    @Test
    void quotesWhereNeeded() {
        assertThat(row("a,b", "say \"hi\"", "two\nlines")).isEqualTo("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\uFF1D1", "\uFF0B1"})
    void disarmsFormulas(String formula) {
        assertThat(row(formula)).isEqualTo("'" + formula + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t=1", "\r=1", "\n=1"})
    void disarmsFormulasBehindWhiteSpace(String formula) {
        assertThat(row(formula)).startsWith("\"'");
    }
}
