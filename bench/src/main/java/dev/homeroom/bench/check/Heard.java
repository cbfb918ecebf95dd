package dev.homeroom.bench.check;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The sequence numbers of a room's messages, in the order in which one receiver got them. For one thread. */
public final class Heard {
    private static final int FIRST_ROOM = 64;

    private int[] sequences = new int[FIRST_ROOM];
    private int size;

    public void add(int sequence) {
        if (size == sequences.length) {
            sequences = Arrays.copyOf(sequences, size * 2);
        }
        sequences[size++] = sequence;
    }

    public static Heard of(int... sequences) {
        Heard heard = new Heard();
        Arrays.stream(sequences).forEach(heard::add);
        return heard;
    }

    /** What was heard until now. */
    public Heard copy() {
        return of(stream().toArray());
    }

    /** The sequence number that was heard last; -1 if there is none. */
    public int last() {
        return size == 0 ? -1 : sequences[size - 1];
    }

    public int size() {
        return size;
    }

    IntStream stream() {
        return Arrays.stream(sequences, 0, size);
    }
}
