package dev.homeroom.bench.contender;

import java.io.IOException;
import java.nio.file.Path;

/** A system that takes part in a comparison. */
public interface Contender {
    /** What it is called in tables; no two have the same. */
    String name();

    /**
     * Makes or fetches what it needs, once.
     *
     * @throws UnavailableException if it cannot take part on this machine
     */
    void prepare() throws UnavailableException;

    /**
     * Starts it afresh, and returns when it can be entered.
     *
     * @param folder for its data and logs; there is none of that name yet
     * @throws IOException if it does not start; nothing is left running
     */
    Stage start(Path folder) throws IOException;
}
