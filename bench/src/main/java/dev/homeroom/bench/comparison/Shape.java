package dev.homeroom.bench.comparison;

/**
 * Who sits where.
 *
 * @param name of the scene
 * @param members of each room
 */
public record Shape(String name, int rooms, int members) {
    /** Many classes at once. */
    public static final Shape CLASSROOMS = new Shape("classrooms", 100, 30);

    /** All in one room. */
    public static final Shape ASSEMBLY = new Shape("assembly", 1, 3_000);

    /** The same with fewer, to see whether everything works. */
    public static final Shape FEW_CLASSROOMS = new Shape("classrooms", 10, 30);

    public static final Shape SMALL_ASSEMBLY = new Shape("assembly", 1, 300);
}
