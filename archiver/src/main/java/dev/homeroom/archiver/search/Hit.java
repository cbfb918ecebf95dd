package dev.homeroom.archiver.search;

import dev.homeroom.contract.Cursor;
import java.time.Instant;
import java.util.UUID;

/**
 * A message in which what was searched for was found.
 *
 * @param name what its author is called now
 * @param removed whether members see no more than that it was there
 */
record Hit(
        UUID id,
        UUID room,
        String roomTitle,
        UUID account,
        String name,
        String text,
        boolean removed,
        Instant sentAt,
        Cursor cursor) {
    SearchMark mark() {
        return new SearchMark(sentAt, id);
    }
}
