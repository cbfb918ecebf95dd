package dev.homeroom.standalone;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Closes what was opened, the last opened first, when this JVM ends: by a signal, or because a start failed. */
final class OrderlyEnd {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Terminal terminal;
    private boolean ending;

    private OrderlyEnd(Terminal terminal) {
        this.terminal = terminal;
    }

    static OrderlyEnd ofThisJvm(Terminal terminal) {
        OrderlyEnd end = new OrderlyEnd(terminal);
        Runtime.getRuntime().addShutdownHook(new Thread(end::closeAll, "end"));
        return end;
    }

    /** Everything that is added later is closed before this. */
    synchronized <C extends AutoCloseable> C closes(C opened) {
        open.push(opened);
        return opened;
    }

    synchronized boolean isEnding() {
        return ending;
    }

    private synchronized @Nullable AutoCloseable next() {
        ending = true;
        return open.poll();
    }

    private void closeAll() {
        terminal.say("Homeroom stops");
        for (AutoCloseable next = next(); next != null; next = next()) {
            try {
                next.close();
            } catch (Exception e) {
                terminal.complain("could not stop cleanly: " + e);
            }
        }
        terminal.say("Homeroom has stopped");
    }
}
