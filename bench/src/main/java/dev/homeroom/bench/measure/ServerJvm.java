package dev.homeroom.bench.measure;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * A JVM on this machine, through its own management agent, which is started in it if need be. What the edge counts can be read
 * where it runs with {@code spring.jmx.enabled=true} and {@code management.endpoints.jmx.exposure.include=metrics}. Any thread.
 */
public final class ServerJvm implements AutoCloseable {
    private static final ObjectName METRICS = name("org.springframework.boot:type=Endpoint,name=Metrics");
    private static final String ENDED = "homeroom.edge.sessions.ended";
    private static final String[] SIGNATURE = {String.class.getName(), List.class.getName()};

    private final JMXConnector connector;
    private final MBeanServerConnection beans;
    private final MemoryMXBean memory;

    private ServerJvm(JMXConnector connector) throws IOException {
        this.connector = connector;
        this.beans = connector.getMBeanServerConnection();
        this.memory = ManagementFactory.newPlatformMXBeanProxy(
                beans, ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
    }

    /** @throws IOException if it is no JVM, or one of somebody else's */
    public static ServerJvm attach(long pid) throws IOException {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
            try {
                return new ServerJvm(connect(machine.startLocalManagementAgent()));
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException e) {
            throw new IOException("no JVM that can be watched: " + pid, e);
        }
    }

    @SuppressWarnings(
            "BanJNDI") // The address comes from the JVM itself, which runs as the same person on this machine.
    private static JMXConnector connect(String address) throws IOException {
        return JMXConnectorFactory.connect(new JMXServiceURL(address));
    }

    /** Bytes of the heap in use, garbage included. */
    public long usedBytes() {
        return memory.getHeapMemoryUsage().getUsed();
    }

    /** Collects all garbage, which stops the JVM for a moment, and returns the bytes that are left. */
    public long collect() {
        memory.gc();
        return usedBytes();
    }

    /** How many connections the edge has ended for one reason; empty where it cannot be asked. */
    public OptionalLong ended(String reason) {
        try {
            return OptionalLong.of(count(metric(List.of("reason:" + reason))));
        } catch (JMException | IOException _) {
            return OptionalLong.empty();
        }
    }

    /** The same for every reason; empty where it cannot be asked. */
    public Map<String, Long> ended() {
        Map<String, Long> ended = new TreeMap<>();
        try {
            for (Object tag : list(metric(List.of()), "availableTags")) {
                for (Object reason : list((Map<?, ?>) tag, "values")) {
                    ended.put(reason.toString(), count(metric(List.of("reason:" + reason))));
                }
            }
        } catch (JMException | IOException _) {
            return Map.of();
        }
        return ended;
    }

    private Map<?, ?> metric(List<String> tags) throws JMException, IOException {
        return (Map<?, ?>) beans.invoke(METRICS, "metric", new Object[] {ENDED, tags}, SIGNATURE);
    }

    private static long count(Map<?, ?> metric) {
        Map<?, ?> measurement = (Map<?, ?>) list(metric, "measurements").getFirst();
        return ((Number) Objects.requireNonNull(measurement.get("value"))).longValue();
    }

    private static List<?> list(Map<?, ?> answer, String key) {
        return (List<?>) Objects.requireNonNull(answer.get(key));
    }

    private static ObjectName name(String name) {
        try {
            return new ObjectName(name);
        } catch (MalformedObjectNameException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
