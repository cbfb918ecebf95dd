package dev.homeroom.bench.contender;

import dev.homeroom.backends.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A bare epoll loop in C that only broadcasts: what a delivery costs at the least, done plainly. */
public final class Floor implements Contender {
    private final Path sources;
    private final Path program;
    private final boolean coalescing;

    /**
     * @param home of Homeroom's sources
     * @param coalescing whether a turn of the loop makes one write for each connection, or one for each delivery
     */
    public Floor(Path home, boolean coalescing) {
        this.sources = home.resolve("bench/peers/floor");
        this.program = home.resolve("bench/target/floor");
        this.coalescing = coalescing;
    }

    @Override
    public String name() {
        return coalescing ? "floor-coalescing" : "floor";
    }

    @Override
    public void prepare() throws UnavailableException {
        Tools.run(
                sources,
                program.resolveSibling("floor.log"),
                List.of(Tools.path("cc"), "-O2", "-Wall", "-Wextra", "-Werror", "-o", program.toString(), "floor.c"));
    }

    @Override
    public Stage start(Path folder) throws IOException {
        Files.createDirectories(folder);
        int port = Ports.free();
        Servers servers = new Servers(port);
        servers.add(
                Stage.SERVER,
                List.of(program.toString(), Integer.toString(port), coalescing ? "together" : "each"),
                folder.resolve("floor.log"));
        return servers;
    }
}
