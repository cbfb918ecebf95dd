package dev.homeroom.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProcessTableTests {
    @Test
    void readsProcessesOfAnyName() {
        String line = "4711 (a) (b c) S 12 4711 4711 0 -1 4194304 100 0 0 0 250 50 20 5 20 0 1 0 100 1000 10 1844";
        assertThat(ProcessStat.parse(line))
                .isEqualTo(new ProcessStat(4711, 12, Duration.ofSeconds(3), Duration.ofMillis(250)));
    }

    @Test
    void chargesChildrenWithAllThatDescendsFromThem() {
        ProcessTable table = new ProcessTable(List.of(
                process(1, 0, 100), process(2, 1, 10), process(3, 2, 5), process(4, 3, 1), process(9, 0, 1000)));
        assertThat(table.cpuTimes(Set.of(1L), Long::toString)).isEqualTo(Map.of(1L, seconds(100), 2L, seconds(16)));
    }

    @Test
    void chargesARootWithChildrenOfTheSameProgram() {
        ProcessTable table =
                new ProcessTable(List.of(process(1, 0, 100), process(2, 1, 10), process(3, 1, 5), process(4, 3, 1)));
        assertThat(table.cpuTimes(Set.of(1L), pid -> pid == 2 ? "sh" : "postgres"))
                .isEqualTo(Map.of(1L, seconds(106), 2L, seconds(10)));
    }

    @Test
    void countsARootOnceThoughItIsAChild() {
        ProcessTable table = new ProcessTable(List.of(process(1, 0, 100), process(2, 1, 10), process(3, 2, 5)));
        assertThat(table.cpuTimes(Set.of(1L, 2L), Long::toString))
                .isEqualTo(Map.of(1L, seconds(100), 2L, seconds(10), 3L, seconds(5)));
    }

    @Test
    void findsThisProcessAndItsUseOfTheProcessor() {
        long pid = ProcessHandle.current().pid();
        ServerProcesses self = new ServerProcesses(Map.of(pid, "me"));
        assertThat(self.missing()).isEmpty();
        ServerProcesses.Reading before = self.read();
        long until = System.nanoTime() + Duration.ofMillis(200).toNanos();
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertThat(self.between(before, self.read())).anySatisfy(use -> {
            assertThat(use.name()).isEqualTo("me");
            assertThat(use.time()).isBetween(Duration.ofMillis(50), Duration.ofSeconds(5));
        });
    }

    @Test
    void readsWhatAProcessHoldsOfTheMemory() {
        assertThat(ResidentMemory.parse(List.of("Name:\tjava", "VmHWM:\t  900 kB", "VmRSS:\t  512 kB")))
                .isEqualTo(512 * 1024);
        assertThat(ResidentMemory.parse(List.of("Name:\tkthreadd"))).isZero();
    }

    @Test
    void namesProgramsShortly() {
        assertThat(ProcessNames.of(List.of("/opt/jdk/bin/java", "-Xmx1g", "-jar", "/x/standalone.jar", "--port", "1")))
                .isEqualTo("standalone");
        assertThat(ProcessNames.of(List.of("java", "-cp", "a.jar:b.jar", "dev.homeroom.BrokerMain", "x")))
                .isEqualTo("BrokerMain");
        assertThat(ProcessNames.of(List.of("/usr/lib/postgres/bin/postgres", "-D", "data")))
                .isEqualTo("postgres");
        assertThat(ProcessNames.of(List.of("postgres: checkpointer "))).isEqualTo("postgres");
    }

    private static ProcessStat process(long pid, long parent, long seconds) {
        return new ProcessStat(pid, parent, seconds(seconds), Duration.ZERO);
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
