package dev.homeroom.archiver.marking;

import java.util.List;

/**
 * A word that a comment can be marked with.
 *
 * @param key what comments hold of it
 * @param standard whether it is called as it came; pages say it in the reader's language
 */
record Tag(String key, String name, boolean standard) {
    /** Those of a school that has not changed them. */
    static final List<Tag> STANDARD = List.of(
            standard("spelling", "Spelling"),
            standard("tone", "Tone"),
            standard("reasoning", "Reasoning"),
            standard("off_topic", "Off topic"),
            standard("well_said", "Well said"));

    private static Tag standard(String key, String name) {
        return new Tag(key, name, true);
    }

    static Tag of(String key, String name) {
        Tag standard = standard(key, name);
        return STANDARD.contains(standard) ? standard : new Tag(key, name, false);
    }
}
