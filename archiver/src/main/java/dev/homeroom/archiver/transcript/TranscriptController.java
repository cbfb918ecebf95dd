package dev.homeroom.archiver.transcript;

import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.room.RoomDoor;
import dev.homeroom.archiver.room.RoomEntrance;
import dev.homeroom.archiver.transcript.EntryViews.AuthorsView;
import dev.homeroom.archiver.transcript.EntryViews.TranscriptView;
import dev.homeroom.contract.RoomId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/rooms/{id}/transcript} and its authors: what the room's teachers, and admins, read. */
@RestController
@RequestMapping("/api/rooms/{id}")
class TranscriptController {
    private final RoomDoor door;
    private final Transcript transcript;
    private final Entries entries;

    TranscriptController(RoomDoor door, Transcript transcript, Entries entries) {
        this.door = door;
        this.transcript = transcript;
        this.entries = entries;
    }

    @GetMapping("/transcript")
    TranscriptView transcript(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @ParameterObject @Valid @ModelAttribute FilterParameters filter,
            @ParameterObject @Valid @ModelAttribute PlaceParameters place,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
        RoomEntrance room = door.transcriptReader(caller, id);
        return transcript.read(caller, room, transcript.filter(caller, List.of(room), filter), place, limit);
    }

    /** Everybody who ever wrote in the room or came in: whose entries a filter may ask for. */
    @GetMapping("/authors")
    AuthorsView authors(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        RoomId room = door.transcriptReader(caller, id).room();
        return new AuthorsView(entries.authors(room));
    }
}
