package dev.homeroom.archiver.group;

import dev.homeroom.archiver.group.Group.GroupMember;
import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.contract.SchoolId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of groups. */
@Component
class GroupRows {
    private static final String SELECT = """
            SELECT g.id, g.name, a.id AS account, a.username, a.display_name
            FROM (SELECT id, name FROM school_group WHERE %s) g
            LEFT JOIN school_group_member m ON m.school_group = g.id
            LEFT JOIN account a ON a.id = m.account
            ORDER BY g.id, a.username_key
            """;

    private final JdbcClient jdbc;

    GroupRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(SchoolId school, UUID id, String name) {
        jdbc.sql("INSERT INTO school_group (id, school, name) VALUES (?, ?, ?)")
                .params(id, school.value(), name)
                .update();
    }

    boolean lock(SchoolId school, UUID id) {
        return jdbc.sql("SELECT 1 FROM school_group WHERE school = ? AND id = ? FOR UPDATE")
                .params(school.value(), id)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void rename(UUID id, String name) {
        jdbc.sql("UPDATE school_group SET name = ? WHERE id = ?")
                .params(name, id)
                .update();
    }

    void replaceMembers(UUID id, Collection<UUID> accounts) {
        jdbc.sql("DELETE FROM school_group_member WHERE school_group = ? AND account <> ALL (?)")
                .params(id, Sql.uuids(accounts))
                .update();
        jdbc.sql("""
                        INSERT INTO school_group_member (school_group, account) SELECT ?, unnest(?)
                        ON CONFLICT DO NOTHING
                        """).params(id, Sql.uuids(accounts)).update();
    }

    void delete(UUID id) {
        jdbc.sql("DELETE FROM school_group WHERE id = ?").param(id).update();
    }

    List<Group> list(SchoolId school, @Nullable UUID after, int limit) {
        return read(jdbc.sql(SELECT.formatted(
                        "school = :school AND (:after::uuid IS NULL OR id > :after) ORDER BY id LIMIT :limit"))
                .param("school", school.value())
                .param("after", after)
                .param("limit", limit));
    }

    Optional<Group> find(SchoolId school, UUID id) {
        return read(jdbc.sql(SELECT.formatted("school = :school AND id = :id"))
                        .param("school", school.value())
                        .param("id", id))
                .stream()
                .findFirst();
    }

    private static List<Group> read(JdbcClient.StatementSpec query) {
        Map<UUID, String> names = new LinkedHashMap<>();
        Map<UUID, List<GroupMember>> members = new HashMap<>();
        query.query(row -> {
            UUID id = Sql.uuid(row, "id");
            names.put(id, row.getString("name"));
            List<GroupMember> list = members.computeIfAbsent(id, _ -> new ArrayList<>());
            if (row.getString("username") != null) {
                list.add(new GroupMember(
                        Sql.uuid(row, "account"), row.getString("username"), row.getString("display_name")));
            }
        });
        return names.entrySet().stream()
                .map(group ->
                        new Group(group.getKey(), group.getValue(), members.getOrDefault(group.getKey(), List.of())))
                .toList();
    }
}
