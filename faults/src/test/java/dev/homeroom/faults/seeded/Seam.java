package dev.homeroom.faults.seeded;

/**
 * A place in a program where a fault goes.
 *
 * @param type the class's full name
 * @param method its name, or {@code <init>}
 * @param advice what is put around the method
 */
record Seam(String type, String method, Class<?> advice) {
    static final String CONSTRUCTOR = "<init>";
}
