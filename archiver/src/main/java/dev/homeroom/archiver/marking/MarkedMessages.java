package dev.homeroom.archiver.marking;

import dev.homeroom.archiver.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The messages that comments are about. What is no longer kept is not there, and of what was removed the text is not. */
@Component
class MarkedMessages {
    private final JdbcClient jdbc;

    MarkedMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One of them. */
    record Marked(
            UUID id, UUID author, Instant sentAt, @Nullable String text) {}

    /** Those of the room among {@code ids}, by their ids. */
    Map<UUID, Marked> find(UUID room, Collection<UUID> ids) {
        List<Marked> found = jdbc.sql("""
                        SELECT id, account, sent_at, CASE WHEN removed_at IS NULL THEN text END AS shown
                        FROM entry WHERE id = ANY (?) AND room = ? AND kind = 0
                        """)
                .params(Sql.uuids(ids), room)
                .query(MarkedMessages::read)
                .list();
        return found.stream().collect(Collectors.toMap(Marked::id, Function.identity(), (first, _) -> first));
    }

    private static Marked read(ResultSet row, int number) throws SQLException {
        return new Marked(
                Sql.uuid(row, "id"), Sql.uuid(row, "account"), Sql.time(row, "sent_at"), row.getString("shown"));
    }
}
