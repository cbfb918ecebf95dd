package dev.homeroom.archiver.marking;

import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.account.Role;
import dev.homeroom.archiver.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/feedback/tags}: everybody of the school reads them, its admins change them. */
@RestController
@RequestMapping("/api/feedback/tags")
class TagController {
    private final Tags tags;
    private final Texts texts;
    private final MarkingSettings settings;

    TagController(Tags tags, Texts texts, MarkingSettings settings) {
        this.tags = tags;
        this.texts = texts;
        this.settings = settings;
    }

    record TagListView(long version, List<Tag> tags) {
        static TagListView of(TagList list) {
            return new TagListView(list.version(), list.tags());
        }
    }

    /** @param key of a tag that is there; none for a new one */
    record TagRequest(@Nullable String key, @Nullable String name) {}

    record TagListRequest(@NotNull Long version, @NotNull List<@NotNull TagRequest> tags) {}

    @GetMapping
    TagListView list(@AuthenticationPrincipal Caller caller) {
        return TagListView.of(tags.of(caller.school()));
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    TagListView replace(@AuthenticationPrincipal Caller caller, @Valid @RequestBody TagListRequest request) {
        if (!caller.is(Role.ADMIN)) {
            throw ProblemException.forbidden("Only admins change the tags of their school.");
        }
        TagList before = tags.of(caller.school());
        // First of all: the keys of what somebody else has taken away meanwhile are no mistake of whoever sends them.
        if (before.version() != request.version()) {
            throw MarkingProblems.changedMeanwhile();
        }
        List<Tags.Wanted> wanted = wanted(request.tags(), before);
        return tags.replace(caller.school(), request.version(), wanted)
                .map(TagListView::of)
                .orElseThrow(MarkingProblems::changedMeanwhile);
    }

    private List<Tags.Wanted> wanted(List<TagRequest> requests, TagList known) {
        if (requests.size() > settings.maxTags()) {
            throw ProblemException.invalid("tags", "must be at most " + settings.maxTags());
        }
        Unrepeated keys = new Unrepeated();
        Unrepeated names = new Unrepeated();
        List<Tags.Wanted> wanted = new ArrayList<>();
        for (TagRequest request : requests) {
            String field = "tags[" + wanted.size() + "]";
            String name = texts.name(field + ".name", request.name());
            names.add(field + ".name", name);
            requireKnown(field + ".key", request.key(), known, keys);
            wanted.add(new Tags.Wanted(request.key(), name));
        }
        return wanted;
    }

    private static void requireKnown(String field, @Nullable String key, TagList known, Unrepeated keys) {
        if (key == null) {
            return;
        }
        if (known.find(key).isEmpty()) {
            throw ProblemException.invalid(field, "is no tag of the school");
        }
        keys.add(field, key);
    }
}
