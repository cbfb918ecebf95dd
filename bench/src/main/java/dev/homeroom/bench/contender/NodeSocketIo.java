package dev.homeroom.bench.contender;

import dev.homeroom.backends.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Socket.IO's own server, on Node. */
public final class NodeSocketIo implements Contender {
    private static final String REDIS = "redis-server";

    private final Path sources;
    private final Path log;
    private final Adapter adapter;

    /** What its servers are joined by, although there is only one here. */
    public enum Adapter {
        MEMORY("socket.io"),
        REDIS("socket.io-redis"),
        REDIS_STREAMS("socket.io-redis-streams");

        private final String shown;

        Adapter(String shown) {
            this.shown = shown;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @param home of Homeroom's sources */
    public NodeSocketIo(Path home, Adapter adapter) {
        this.sources = home.resolve("bench/peers/node");
        this.log = home.resolve("bench/target/npm.log");
        this.adapter = adapter;
    }

    @Override
    public String name() {
        return adapter.shown;
    }

    @Override
    public void prepare() throws UnavailableException {
        Tools.path("node");
        if (adapter != Adapter.MEMORY) {
            Tools.path(REDIS);
        }
        if (!Files.isRegularFile(sources.resolve("node_modules/.package-lock.json"))) {
            Tools.run(sources, log, List.of(Tools.path("npm"), "ci"));
        }
    }

    @Override
    public Stage start(Path folder) throws IOException {
        Files.createDirectories(folder);
        int port = Ports.free();
        Servers servers = new Servers(port);
        List<String> command = new ArrayList<>(
                List.of("node", sources.resolve("server.mjs").toString(), Integer.toString(port), adapter.word()));
        if (adapter != Adapter.MEMORY) {
            int redis = Ports.free();
            servers.add("redis", redis(redis, folder), folder.resolve("redis.log"));
            command.add(Integer.toString(redis));
        }
        servers.add(Stage.SERVER, command, folder.resolve("node.log"));
        return servers;
    }

    /** Ends with its standard input, as the others do. Its first line comes when it starts, and it listens at once. */
    private static List<String> redis(int port, Path folder) {
        String script = REDIS + " --port \"$1\" --bind 127.0.0.1 --save '' --appendonly no --dir \"$2\" "
                + "& child=$!; cat >/dev/null; kill $child; wait $child";
        return List.of("/bin/sh", "-c", script, "sh", Integer.toString(port), folder.toString());
    }
}
