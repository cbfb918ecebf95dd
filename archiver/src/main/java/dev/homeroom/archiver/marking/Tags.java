package dev.homeroom.archiver.marking;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.homeroom.contract.SchoolId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tags of a school, which its admins choose. One that is taken away stays on the comments that have it. */
@Component
class Tags {
    private final TagRows rows;

    Tags(TagRows rows) {
        this.rows = rows;
    }

    /** @param key of a tag that is there; null for a new one */
    record Wanted(@Nullable String key, String name) {}

    TagList of(SchoolId school) {
        return rows.find(school);
    }

    /**
     * Changes the whole list.
     *
     * @param version of the list that whoever changes it has seen
     * @return empty if somebody else has changed it meanwhile
     */
    @Transactional
    public Optional<TagList> replace(SchoolId school, long version, List<Wanted> wanted) {
        TagList before = rows.find(school);
        List<Tag> tags = wanted.stream().map(Tags::tag).toList();
        TagList after = new TagList(version + 1, tags, retired(before, tags, rows.used(school)));
        return before.version() == version && rows.replace(school, after) ? Optional.of(after) : Optional.empty();
    }

    private static Tag tag(Wanted wanted) {
        String key = Objects.requireNonNullElseGet(
                wanted.key(), () -> UuidCreator.getTimeOrderedEpoch().toString());
        return Tag.of(key, wanted.name());
    }

    private static List<Tag> retired(TagList before, List<Tag> tags, Set<String> used) {
        Set<String> kept = tags.stream().map(Tag::key).collect(Collectors.toSet());
        return Stream.concat(before.tags().stream(), before.retired().stream())
                .filter(tag -> used.contains(tag.key()) && !kept.contains(tag.key()))
                .toList();
    }
}
