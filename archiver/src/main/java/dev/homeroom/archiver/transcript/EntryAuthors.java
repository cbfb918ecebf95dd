package dev.homeroom.archiver.transcript;

/** How statements begin that need everybody of whom a room has an entry, former members and guests too. */
public final class EntryAuthors {
    /** Gives {@code author (account)} of the room {@code :room}: one step in the index for each. */
    public static final String WITH = """
            WITH RECURSIVE step AS (
              (SELECT account FROM entry WHERE room = :room ORDER BY account LIMIT 1)
              UNION ALL
              SELECT (
                SELECT account FROM entry WHERE room = :room AND account > step.account ORDER BY account LIMIT 1)
              FROM step WHERE step.account IS NOT NULL
            ), author AS (SELECT account FROM step WHERE account IS NOT NULL)
            """;

    private EntryAuthors() {}
}
