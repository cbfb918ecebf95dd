package dev.homeroom.archiver.account;

import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.contract.SchoolId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tenants. */
@Component
public class Schools {
    private static final long LOCK = 0x7363686f6f6c73L;

    private final JdbcClient jdbc;

    Schools(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A tenant. */
    public record School(SchoolId id, String name) {}

    public Optional<School> find(SchoolId id) {
        return jdbc.sql("SELECT id, name FROM school WHERE id = ?")
                .param(id.value())
                .query((row, _) -> new School(new SchoolId(Sql.uuid(row, "id")), row.getString("name")))
                .optional();
    }

    public Optional<SchoolId> named(String name) {
        return jdbc.sql("SELECT id FROM school WHERE name = ? ORDER BY created_at, id LIMIT 1")
                .param(name)
                .query((row, _) -> new SchoolId(Sql.uuid(row, "id")))
                .optional();
    }

    public Optional<SchoolId> oldest() {
        return jdbc.sql("SELECT id FROM school ORDER BY created_at, id LIMIT 1")
                .query((row, _) -> new SchoolId(Sql.uuid(row, "id")))
                .optional();
    }

    /** Lets one archiver at a time add schools, until the transaction ends. */
    public void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(?)").param(LOCK).query().singleRow();
    }

    public SchoolId create(String name) {
        SchoolId id = SchoolId.create();
        jdbc.sql("INSERT INTO school (id, name) VALUES (?, ?)")
                .params(id.value(), name)
                .update();
        return id;
    }
}
