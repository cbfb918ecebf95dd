package dev.homeroom.archiver.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeroom.archiver.ingest.DeadLetterReason;
import dev.homeroom.contract.RoomId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters are to be replayed.
 *
 * @param reasons empty for all
 * @param room null for all; that of the letter's key, since no other could ever be stored
 * @param since when the letter was put aside, at the earliest; null for any time
 */
record Wanted(
        Set<DeadLetterReason> reasons,
        @Nullable RoomId room,
        @Nullable Instant since) {
    boolean includes(Letter.Legible letter) {
        return (reasons.isEmpty()
                        || DeadLetterReason.ofText(letter.reason())
                                .filter(reasons::contains)
                                .isPresent())
                && (room == null
                        || Arrays.equals(letter.entry().key(), room.toString().getBytes(UTF_8)))
                && (since == null || !letter.putAside().isBefore(since));
    }
}
