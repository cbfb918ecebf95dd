package dev.homeroom.bench.contender;

import dev.homeroom.backends.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The Socket.IO server on Netty: another one on the JVM. */
public final class NettySocketIo implements Contender {
    private static final String MAIN = "dev.homeroom.bench.peer.NettyPeer";

    @Override
    public String name() {
        return "netty-socketio";
    }

    @Override
    public void prepare() {
        // It came with this program.
    }

    @Override
    public Stage start(Path folder) throws IOException {
        Files.createDirectories(folder);
        int port = Ports.free();
        Servers servers = new Servers(port);
        servers.add(
                Stage.SERVER,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-XX:+UseCompactObjectHeaders",
                        "--sun-misc-unsafe-memory-access=allow", // without it Netty is a good deal slower
                        "-Dio.netty.noUnsafe=false",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MAIN,
                        Integer.toString(port)),
                folder.resolve("netty.log"));
        return servers;
    }
}
