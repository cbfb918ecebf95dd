package dev.homeroom.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Short names for processes: for a Java program its jar or main class, else the program's file. */
final class ProcessNames {
    private static final String UNKNOWN = "?";

    private ProcessNames() {}

    static String of(long pid) {
        try {
            String line = Files.readString(Path.of("/proc/" + pid + "/cmdline"));
            return of(Arrays.stream(line.split("\0", -1))
                    .filter(word -> !word.isEmpty())
                    .toList());
        } catch (IOException _) {
            return UNKNOWN;
        }
    }

    static String of(List<String> command) {
        if (command.isEmpty()) {
            return UNKNOWN;
        }
        String program = lastPart(command.getFirst().split(" ", 2)[0], '/');
        return program.equals("java") ? javaProgram(command) : program;
    }

    private static String javaProgram(List<String> command) {
        for (int i = 1; i < command.size(); i++) {
            String word = command.get(i);
            if (word.equals("-cp") || word.equals("-classpath") || word.equals("--class-path") || word.equals("-p")) {
                i++;
            } else if (word.endsWith(".jar")) {
                return lastPart(word, '/').replace(".jar", "");
            } else if (!word.startsWith("-") && !word.startsWith("@")) {
                return lastPart(word, '.');
            }
        }
        return "java";
    }

    private static String lastPart(String text, char separator) {
        return text.substring(text.lastIndexOf(separator) + 1).replaceAll(":$", "");
    }
}
