package dev.homeroom.bench;

import dev.homeroom.api.Login;
import dev.homeroom.bench.Scene.ManyClasses;
import dev.homeroom.bench.Scene.SomeStopReading;
import dev.homeroom.bench.measure.ServerProcesses;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param api where the HTTP API is
 * @param edges that people connect to
 * @param admin who makes accounts
 * @param teacher who makes rooms and reads their transcripts
 * @param json file for the outcome
 */
record Options(
        URI api,
        List<URI> edges,
        Login admin,
        Login teacher,
        Scene scene,
        ServerProcesses server,
        Optional<Path> json) {
    private static final Set<String> COMMON = Set.of("url", "edges", "admin", "teacher", "pids", "server-pid", "json");

    /**
     * @param words the scene, and what follows it
     * @throws IllegalArgumentException saying what is wrong with them
     */
    static Options parse(List<String> words) {
        String scene = words.getFirst();
        List<String> rest = words.subList(1, words.size());
        return switch (scene) {
            case ManyClasses.NAME -> {
                Arguments arguments = arguments(rest, ManyClasses.OPTIONS);
                yield common(arguments, ManyClasses.of(arguments));
            }
            case SomeStopReading.NAME -> {
                Arguments arguments = arguments(rest, SomeStopReading.OPTIONS);
                yield common(arguments, SomeStopReading.of(arguments));
            }
            default -> throw new IllegalArgumentException("there is no scene " + scene);
        };
    }

    private static Options common(Arguments arguments, Scene scene) {
        URI api = arguments.url("url").orElse(URI.create("http://localhost:8080"));
        List<URI> edges = arguments.urls("edges");
        return new Options(
                api,
                edges.isEmpty() ? List.of(api) : edges,
                Login.parse(arguments.text("admin").orElse("admin/admin")),
                Login.parse(arguments.text("teacher").orElse("teacher/teacher")),
                scene,
                server(arguments),
                arguments.text("json").map(Path::of));
    }

    private static Arguments arguments(List<String> words, Set<String> ofScene) {
        Set<String> known = new HashSet<>(COMMON);
        known.addAll(Scene.COMMON);
        known.addAll(ofScene);
        return new Arguments(words, known);
    }

    private static ServerProcesses server(Arguments arguments) {
        Map<Long, String> names = new LinkedHashMap<>();
        arguments.text("server-pid").ifPresent(pid -> add(names, pid));
        arguments.list("pids").forEach(pid -> add(names, pid));
        ServerProcesses server = new ServerProcesses(names);
        if (!names.isEmpty() && !server.missing().isEmpty()) {
            throw new IllegalArgumentException("there is no process " + server.missing());
        }
        return server;
    }

    /** @param process such as {@code 4711} or {@code edge=4711} */
    private static void add(Map<Long, String> names, String process) {
        int sign = process.indexOf('=');
        try {
            names.put(Long.parseLong(process.substring(sign + 1)), process.substring(0, Math.max(0, sign)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a process id: " + process, e);
        }
    }
}
