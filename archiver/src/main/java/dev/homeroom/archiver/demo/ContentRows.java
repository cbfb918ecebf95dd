package dev.homeroom.archiver.demo;

import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.SchoolId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of how far the content of demo schools is. */
@Component
class ContentRows {
    private final JdbcClient jdbc;

    ContentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param rooms in which something is said, in the order of {@link DemoRoom}; none before that */
    record Unfinished(SchoolId school, List<RoomId> rooms) {}

    void begin(SchoolId school) {
        jdbc.sql("INSERT INTO demo_content (school) VALUES (?)")
                .param(school.value())
                .update();
    }

    /** A school that lacks something and that no other archiver is at, until the transaction ends. */
    Optional<Unfinished> lockUnfinished() {
        return jdbc.sql("""
                        SELECT school, rooms FROM demo_content WHERE NOT complete
                        ORDER BY school LIMIT 1 FOR UPDATE SKIP LOCKED
                        """)
                .query((row, _) -> new Unfinished(new SchoolId(Sql.uuid(row, "school")), rooms(row)))
                .optional();
    }

    private static List<RoomId> rooms(ResultSet row) throws SQLException {
        Array rooms = row.getArray("rooms");
        return rooms == null
                ? List.of()
                : Arrays.stream((UUID[]) rooms.getArray()).map(RoomId::new).toList();
    }

    void told(SchoolId school, List<RoomId> rooms) {
        jdbc.sql("UPDATE demo_content SET rooms = ? WHERE school = ?")
                .params(Sql.uuids(rooms.stream().map(RoomId::value).toList()), school.value())
                .update();
    }

    void complete(SchoolId school) {
        jdbc.sql("UPDATE demo_content SET complete = true WHERE school = ?")
                .param(school.value())
                .update();
    }
}
