package dev.homeroom.bench.contender;

import dev.homeroom.backends.Child;
import dev.homeroom.bench.measure.ServerProcesses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Programs that live as long as their standard input, and say a line when they are ready; the last one is the server. */
final class Servers implements Stage {
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final Map<Long, String> names = new LinkedHashMap<>();
    private final List<Child> children = new ArrayList<>();
    private final InetSocketAddress address;

    /** @param port where clients connect, on the loopback address */
    Servers(int port) {
        this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** @throws IOException if it does not start; all that did is closed then */
    void add(String name, List<String> command, Path log) throws IOException {
        Child child = Child.start(command, log, STOP);
        children.add(child);
        names.put(child.pid(), name);
        if (child.answer(START).isEmpty()) {
            close();
            throw new IOException(name + " does not start; see " + log);
        }
    }

    @Override
    public Place open(int rooms, int members) {
        return new Place(new OpenHouse(address), null);
    }

    @Override
    public ServerProcesses processes() {
        return new ServerProcesses(names);
    }

    @Override
    public void close() {
        children.reversed().forEach(Child::close);
    }
}
