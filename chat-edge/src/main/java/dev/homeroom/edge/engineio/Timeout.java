package dev.homeroom.edge.engineio;

/** Something that will happen unless it is cancelled. */
public interface Timeout {
    void cancel();
}
