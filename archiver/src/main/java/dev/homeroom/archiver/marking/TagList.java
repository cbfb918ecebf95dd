package dev.homeroom.archiver.marking;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tags of a school.
 *
 * @param version grows with each change; 0 as it came
 * @param tags those that can be chosen, in their order
 * @param retired those that cannot be chosen any more, and that comments still have
 */
record TagList(long version, List<Tag> tags, List<Tag> retired) {
    static final TagList STANDARD = new TagList(0, Tag.STANDARD, List.of());

    TagList {
        tags = List.copyOf(tags);
        retired = List.copyOf(retired);
    }

    Optional<Tag> find(String key) {
        return Stream.concat(tags.stream(), retired.stream())
                .filter(tag -> tag.key().equals(key))
                .findFirst();
    }

    boolean offers(String key) {
        return tags.stream().anyMatch(tag -> tag.key().equals(key));
    }

    /** Those of {@code keys} that are known, in the order of the keys. */
    List<Tag> named(List<String> keys) {
        return keys.stream().flatMap(key -> find(key).stream()).toList();
    }
}
