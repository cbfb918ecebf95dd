package dev.homeroom.bench.measure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Measures what a stretch of time costs, here and on the server's side. */
public final class Meter {
    private final ServerProcesses server;
    private final Supplier<List<Duration>> loops;
    private final long startNanos = System.nanoTime();
    private final Duration ownBefore = ownCpuTime();
    private final List<Duration> loopsBefore;
    private final ServerProcesses.Reading serverBefore;

    private Meter(ServerProcesses server, Supplier<List<Duration>> loops) {
        this.server = server;
        this.loops = loops;
        this.loopsBefore = loops.get();
        this.serverBefore = server.read();
    }

    /** @param loops CPU time so far of the threads that read */
    public static Meter start(ServerProcesses server, Supplier<List<Duration>> loops) {
        return new Meter(server, loops);
    }

    /**
     * CPU time used while the meter ran.
     *
     * @param wall time on the wall
     * @param generator this process
     * @param busiestLoop the most that one reading thread used; near {@code wall}, the generator is the limit
     * @param server each process that is charged to the server
     */
    public record Costs(Duration wall, Duration generator, Duration busiestLoop, List<ServerProcesses.Use> server) {
        /** How much of one processor a time is. */
        public double share(Duration cpu) {
            return (double) cpu.toNanos() / wall.toNanos();
        }
    }

    public Costs stop() {
        List<ServerProcesses.Use> uses = server.between(serverBefore, server.read());
        return new Costs(
                Duration.ofNanos(System.nanoTime() - startNanos), ownCpuTime().minus(ownBefore), busiestLoop(), uses);
    }

    private Duration busiestLoop() {
        List<Duration> now = loops.get();
        return IntStream.range(0, now.size())
                .mapToObj(i -> now.get(i).minus(loopsBefore.get(i)))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static Duration ownCpuTime() {
        return Duration.ofNanos(
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime());
    }
}
