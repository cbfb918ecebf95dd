package dev.homeroom.bench;

import dev.homeroom.api.Login;
import dev.homeroom.bench.classrooms.ClassroomsSettings;
import dev.homeroom.bench.measure.ServerProcesses;
import java.net.URI;
import java.nio.file.Path;
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
        ClassroomsSettings classrooms,
        ServerProcesses server,
        Optional<Path> json) {
    private static final Set<String> KNOWN = Set.of(
            "url",
            "edges",
            "admin",
            "teacher",
            "rooms",
            "members",
            "rate",
            "seconds",
            "warm-up",
            "patience",
            "length",
            "threads",
            "pids",
            "server-pid",
            "json");

    /** @throws IllegalArgumentException saying what is wrong with them */
    static Options parse(List<String> words) {
        Arguments arguments = new Arguments(words, KNOWN);
        URI api = arguments.url("url").orElse(URI.create("http://localhost:8080"));
        List<URI> edges = arguments.urls("edges");
        return new Options(
                api,
                edges.isEmpty() ? List.of(api) : edges,
                Login.parse(arguments.text("admin").orElse("admin/admin")),
                Login.parse(arguments.text("teacher").orElse("teacher/teacher")),
                classrooms(arguments),
                server(arguments),
                arguments.text("json").map(Path::of));
    }

    private static ClassroomsSettings classrooms(Arguments arguments) {
        return new ClassroomsSettings(
                arguments.positive("rooms", 100),
                arguments.positive("members", 30),
                arguments.positive("rate", 1_000),
                arguments.seconds("warm-up", 20),
                arguments.seconds("seconds", 30),
                arguments.seconds("patience", 6),
                arguments.positive("length", 80),
                arguments.positive("threads", 1));
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
