package dev.homeroom.faults.deployment;

/** What a part is. */
public enum Kind {
    EDGE,
    ARCHIVER,
    KAFKA,
    POSTGRES
}
