package dev.homeroom.faults.mischief;

import dev.homeroom.faults.deployment.Deployment;
import dev.homeroom.faults.deployment.Kind;
import dev.homeroom.faults.deployment.Part;
import dev.homeroom.faults.deployment.Way;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Carries out a plan. Afterwards everything is whole again. */
public final class Performance {
    private static final int THREADS = 16;

    private final Deployment deployment;
    private final Consumer<String> tell;
    private final Object brokers = new Object();
    private final List<String> failures = new ArrayList<>();
    private final Map<Mischief, Integer> done = new EnumMap<>(Mischief.class);

    /** @param tell is told of each act */
    public Performance(Deployment deployment, Consumer<String> tell) {
        this.deployment = deployment;
        this.tell = tell;
    }

    /** Does it all, for at least so long, and returns when the last act has been made good. */
    public void run(Plan plan, Duration time) throws InterruptedException {
        try (ScheduledExecutorService stage = Executors.newScheduledThreadPool(THREADS)) {
            for (Act act : plan.acts()) {
                var _ = stage.schedule(() -> perform(act), act.at().toMillis(), TimeUnit.MILLISECONDS);
            }
            var _ = stage.schedule(() -> {}, time.toMillis(), TimeUnit.MILLISECONDS);
            stage.shutdown();
            while (!stage.awaitTermination(1, TimeUnit.DAYS)) {
                tell.accept("Still at it");
            }
        }
    }

    private void perform(Act act) {
        tell.accept(act.toString());
        try {
            if (act.mischief().isOfNetwork()) {
                perform(act, way(act.target()));
            } else {
                Part part = part(act.target());
                synchronized (turn(part)) { // which may take long to start again after the last act
                    perform(act, part);
                }
            }
            synchronized (this) {
                done.merge(act.mischief(), 1, Integer::sum);
            }
        } catch (IOException | RuntimeException e) {
            fail(act + ": " + e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Of several brokers only one is out at a time. */
    private Object turn(Part part) {
        return part.kind() == Kind.KAFKA ? brokers : part;
    }

    private static void perform(Act act, Way way) throws InterruptedException {
        if (act.mischief() == Mischief.CUT) {
            way.cut();
        } else {
            way.silence();
        }
        pause(act);
        way.mend();
    }

    private void perform(Act act, Part part) throws InterruptedException, IOException {
        if (!part.isAlive()) {
            fail(part.name() + " had ended by itself");
        }
        switch (act.mischief()) {
            case FREEZE -> {
                part.freeze();
                pause(act);
                part.thaw();
            }
            case RESTART -> {
                part.stop();
                part.start();
            }
            default -> {
                part.kill();
                pause(act);
                part.start();
            }
        }
    }

    private static void pause(Act act) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(act.lasting().toMillis());
    }

    private Part part(String name) {
        return deployment.parts().stream()
                .filter(part -> part.name().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("there is no " + name));
    }

    private Way way(String name) {
        return deployment.ways().stream()
                .filter(way -> way.name().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("there is no way " + name));
    }

    private synchronized void fail(String failure) {
        failures.add(failure);
        tell.accept("FAILED: " + failure);
    }

    /** What went wrong by itself. */
    public synchronized List<String> failures() {
        return List.copyOf(failures);
    }

    /** How often what was done. */
    public synchronized Map<Mischief, Integer> done() {
        return Map.copyOf(done);
    }
}
