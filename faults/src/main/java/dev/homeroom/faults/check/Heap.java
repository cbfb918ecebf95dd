package dev.homeroom.faults.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a JVM's living objects take, as {@code jcmd} counts them. */
public final class Heap {
    private static final Pattern TOTAL = Pattern.compile("^Total +\\d+ +(\\d+)");

    private Heap() {}

    /** Collects its garbage, and measures; empty if there is no such JVM any more. */
    public static OptionalLong living(long pid) throws IOException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(jcmd.toString(), Long.toString(pid), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        OptionalLong bytes = OptionalLong.empty();
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                Matcher matcher = TOTAL.matcher(line);
                if (matcher.find()) {
                    bytes = OptionalLong.of(Long.parseLong(matcher.group(1)));
                }
            }
        }
        return bytes;
    }
}
