package dev.homeroom.archiver.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.account.Role;
import dev.homeroom.archiver.paging.Page;
import dev.homeroom.archiver.problem.ProblemException;
import dev.homeroom.archiver.search.Search.Found;
import dev.homeroom.archiver.words.Wanted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/search}: teachers search the rooms that they teach, and admins those of their school. */
@RestController
@RequestMapping("/api/search")
class SearchController {
    private final Search search;

    SearchController(Search search) {
        this.search = search;
    }

    /** A message that was found. */
    record HitView(
            UUID id,
            UUID room,
            @JsonProperty("room_title") String roomTitle,
            @JsonProperty("user_id") UUID userId,
            String username,
            boolean removed,
            @JsonProperty("sent_at") Instant sentAt,
            String cursor,
            Snippet snippet) {
        static HitView of(Hit hit, Wanted wanted) {
            return new HitView(
                    hit.id(),
                    hit.room(),
                    hit.roomTitle(),
                    hit.account(),
                    hit.name(),
                    hit.removed(),
                    hit.sentAt(),
                    hit.cursor().text(),
                    Snippet.of(hit.text(), wanted.foundIn(hit.text())));
        }
    }

    @GetMapping
    Page<HitView> search(
            @AuthenticationPrincipal Caller caller,
            @ParameterObject @Valid @ModelAttribute SearchParameters parameters,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "30") @Min(1) @Max(100) int limit) {
        if (caller.is(Role.STUDENT)) {
            throw ProblemException.forbidden("Only teachers and admins search.");
        }
        Found found = search.find(caller, parameters, after, limit);
        return found.page().map(hit -> HitView.of(hit, found.wanted()));
    }
}
