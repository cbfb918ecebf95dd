package dev.homeroom.archiver.marking;

import dev.homeroom.contract.SchoolId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** The table of schools' tags. */
@Component
class TagRows {
    private static final TypeReference<List<StoredTag>> TAGS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    TagRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As it stands in the table. */
    private record StoredTag(String key, String name, boolean retired) {
        Tag tag() {
            return Tag.of(key, name);
        }
    }

    TagList find(SchoolId school) {
        return jdbc.sql("SELECT version, tags FROM feedback_tags WHERE school = ?")
                .param(school.value())
                .query((row, _) -> list(row.getLong("version"), StoredJson.read(row.getString("tags"), TAGS)))
                .optional()
                .orElse(TagList.STANDARD);
    }

    private static TagList list(long version, List<StoredTag> stored) {
        return new TagList(version, tags(stored, false), tags(stored, true));
    }

    private static List<Tag> tags(List<StoredTag> stored, boolean retired) {
        return stored.stream()
                .filter(tag -> tag.retired() == retired)
                .map(StoredTag::tag)
                .toList();
    }

    /** @return whether the list still had the version before */
    boolean replace(SchoolId school, TagList list) {
        Stream<StoredTag> current = list.tags().stream().map(tag -> new StoredTag(tag.key(), tag.name(), false));
        Stream<StoredTag> retired = list.retired().stream().map(tag -> new StoredTag(tag.key(), tag.name(), true));
        return jdbc.sql("""
                                INSERT INTO feedback_tags AS t (school, version, tags)
                                VALUES (:school, :version, CAST(:tags AS jsonb))
                                ON CONFLICT (school) DO UPDATE SET version = excluded.version, tags = excluded.tags
                                WHERE t.version = excluded.version - 1
                                """)
                        .param("school", school.value())
                        .param("version", list.version())
                        .param(
                                "tags",
                                StoredJson.write(Stream.concat(current, retired).toList()))
                        .update()
                == 1;
    }

    /** The keys that comments of the school have. */
    Set<String> used(SchoolId school) {
        return jdbc.sql("""
                        SELECT DISTINCT unnest(f.tags) FROM feedback f JOIN room r ON r.id = f.room
                        WHERE r.school = ? AND f.tags <> '{}'
                        """)
                .param(school.value())
                .query((row, _) -> row.getString(1))
                .set();
    }
}
