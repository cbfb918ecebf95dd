package dev.homeroom.bench.comparison;

import dev.homeroom.bench.contender.Contender;
import dev.homeroom.bench.contender.Stage;
import dev.homeroom.bench.contender.UnavailableException;
import dev.homeroom.bench.crowd.EntryFailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Plays the same with each contender, in turn, and again from the first one as often as there are repeats: whatever else the
 * machine does hits all of them alike. For one thread. Who cannot take part, does not start or lets nobody in is absent from then on.
 */
public final class Comparison implements AutoCloseable {
    private final List<Contender> contenders;
    private final Path folder;
    private final Consumer<String> progress;
    private final boolean lasting;
    private final Map<String, String> absent = new LinkedHashMap<>();
    private final Map<String, Stage> running = new LinkedHashMap<>();

    /**
     * @param folder for what the contenders write
     * @param lasting whether each is started once, for all that is played, and not afresh each time
     * @param progress told what goes on, line by line
     */
    public Comparison(List<Contender> contenders, Path folder, boolean lasting, Consumer<String> progress) {
        this.contenders = List.copyOf(contenders);
        this.folder = folder;
        this.lasting = lasting;
        this.progress = progress;
        this.contenders.forEach(this::prepare);
    }

    private void prepare(Contender contender) {
        try {
            contender.prepare();
        } catch (UnavailableException e) {
            leaveOut(contender, e);
        }
    }

    private void leaveOut(Contender contender, Exception reason) {
        progress.accept("LEFT OUT: " + contender.name() + ": " + reason + "; its logs are in " + folder);
        absent.put(contender.name(), String.valueOf(reason.getMessage()));
    }

    /** Who is absent by now, and why. */
    public Map<String, String> absent() {
        return absent;
    }

    /** @param wanted the names of those that it is to be played with */
    public Bout.Result play(Bout bout, Predicate<String> wanted) {
        for (int repeat = 1; repeat <= bout.repeats(); repeat++) {
            List<Contender> turn = new ArrayList<>(contenders);
            Collections.rotate(turn, repeat - 1); // nobody always comes behind the same one
            for (Contender contender : turn) {
                String name = contender.name();
                if (wanted.test(name) && bout.isFor(name) && !absent.containsKey(name)) {
                    play(bout, contender, repeat);
                }
            }
        }
        return bout.result();
    }

    private void play(Bout bout, Contender contender, int repeat) {
        progress.accept("%s, %s, %d of %d".formatted(bout.name(), contender.name(), repeat, bout.repeats()));
        try {
            bout.play(contender.name(), stage(contender, bout.name() + "-" + contender.name() + "-" + repeat), repeat);
        } catch (IOException | EntryFailedException | RuntimeException e) {
            leaveOut(contender, e);
            end(contender.name());
        } finally {
            if (!lasting) {
                end(contender.name());
            }
        }
    }

    private Stage stage(Contender contender, String name) throws IOException {
        Stage there = running.get(contender.name());
        if (there != null) {
            return there;
        }
        Stage started = contender.start(folder.resolve(name));
        running.put(contender.name(), started);
        return started;
    }

    private void end(String contender) {
        Stage stage = running.remove(contender);
        if (stage != null) {
            stage.close();
        }
    }

    @Override
    public void close() {
        List.copyOf(running.keySet()).forEach(this::end);
    }
}
