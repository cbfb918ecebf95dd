package dev.homeroom.archiver.marking;

import dev.homeroom.archiver.marking.Rubric.Criterion;
import dev.homeroom.contract.RoomId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** The rubrics of rooms. */
@Component
class Rubrics {
    private static final TypeReference<List<Criterion>> CRITERIA = new TypeReference<>() {};

    private final JdbcClient jdbc;

    Rubrics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Rubric of(RoomId room) {
        return jdbc.sql("SELECT version, criteria FROM rubric WHERE room = ?")
                .param(room.value())
                .query((row, _) ->
                        new Rubric(row.getLong("version"), StoredJson.read(row.getString("criteria"), CRITERIA)))
                .optional()
                .orElse(Rubric.NONE);
    }

    /** @return whether the room's rubric still had the version before */
    boolean replace(RoomId room, Rubric rubric) {
        return jdbc.sql("""
                                INSERT INTO rubric AS r (room, version, criteria)
                                SELECT :room, :version, CAST(:criteria AS jsonb)
                                WHERE :version = 1 OR EXISTS (SELECT FROM rubric WHERE room = :room)
                                ON CONFLICT (room) DO UPDATE SET version = excluded.version, criteria = excluded.criteria
                                WHERE r.version = excluded.version - 1
                                """)
                        .param("room", room.value())
                        .param("version", rubric.version())
                        .param("criteria", StoredJson.write(rubric.criteria()))
                        .update()
                == 1;
    }
}
