package dev.homeroom.archiver.transcript;

import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.room.RoomDoor;
import dev.homeroom.archiver.room.RoomEntrance;
import dev.homeroom.archiver.transcript.EntryViews.AuthorsView;
import dev.homeroom.archiver.transcript.EntryViews.TranscriptView;
import dev.homeroom.contract.RoomId;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/rooms/{id}/transcript}, its exports and its authors: what the room's teachers, and admins, read. */
@RestController
@RequestMapping("/api/rooms/{id}")
class TranscriptController {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final RoomDoor door;
    private final Transcript transcript;
    private final Entries entries;
    private final Export export;

    TranscriptController(RoomDoor door, Transcript transcript, Entries entries, Export export) {
        this.door = door;
        this.transcript = transcript;
        this.entries = entries;
        this.export = export;
    }

    @GetMapping("/transcript")
    TranscriptView transcript(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @ParameterObject @Valid @ModelAttribute FilterParameters filter,
            @ParameterObject @Valid @ModelAttribute PlaceParameters place,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
        RoomEntrance room = door.transcriptReader(caller, id);
        return transcript.read(room.room(), transcript.filter(caller, room, filter), place, limit);
    }

    /** @param bom whether the file begins with U+FEFF, without which Excel takes Chinese for something else */
    @GetMapping(path = "/transcript.csv", produces = "text/csv")
    void csv(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @ParameterObject @Valid @ModelAttribute FilterParameters filter,
            @Parameter(description = "Whether the file begins with a byte order mark, which Excel needs.")
                    @RequestParam(defaultValue = "true")
                    boolean bom,
            HttpServletResponse response) {
        RoomEntrance room = door.transcriptReader(caller, id);
        EntryFilter wanted = transcript.filter(caller, room, filter);
        Download.send(response, CSV, fileName(room, wanted, "csv"), out -> export.writeCsv(room, wanted, bom, out));
    }

    @GetMapping(path = "/transcript.json", produces = MediaType.APPLICATION_JSON_VALUE)
    void json(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @ParameterObject @Valid @ModelAttribute FilterParameters filter,
            HttpServletResponse response) {
        RoomEntrance room = door.transcriptReader(caller, id);
        EntryFilter wanted = transcript.filter(caller, room, filter);
        Download.send(
                response,
                MediaType.APPLICATION_JSON,
                fileName(room, wanted, "json"),
                out -> export.writeJson(room, wanted, out));
    }

    private static String fileName(RoomEntrance room, EntryFilter wanted, String ending) {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        return new ExportName(room.title(), today, !wanted.equals(EntryFilter.ALL)).withEnding(ending);
    }

    /** Everybody who ever wrote in the room or came in: whose entries a filter may ask for. */
    @GetMapping("/authors")
    AuthorsView authors(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        RoomId room = door.transcriptReader(caller, id).room();
        return new AuthorsView(entries.authors(room));
    }
}
