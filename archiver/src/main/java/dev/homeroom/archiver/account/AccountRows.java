package dev.homeroom.archiver.account;

import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.SchoolId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of accounts. */
@Component
class AccountRows {
    private static final String COLUMNS = "id, school, username, display_name, role, active, safeguarding_lead";

    private final JdbcClient jdbc;

    AccountRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean insert(Account account, Username username, String encodedPassword) {
        return jdbc.sql("""
                                INSERT INTO account
                                  (id, school, username, username_key, display_name, role, password, safeguarding_lead)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (username_key) DO NOTHING
                                """)
                        .params(
                                account.id().value(),
                                account.school().value(),
                                username.value(),
                                username.key(),
                                account.displayName(),
                                account.role().text(),
                                encodedPassword,
                                account.safeguardingLead())
                        .update()
                == 1;
    }

    Optional<Account> find(SchoolId school, AccountId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM account WHERE school = ? AND id = ?")
                .params(school.value(), id.value())
                .query(AccountRows::read)
                .optional();
    }

    boolean isTaken(String usernameKey) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM account WHERE username_key = ?)")
                .param(usernameKey)
                .query(Boolean.class)
                .single();
    }

    boolean haveSafeguardingLead(SchoolId school) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM account WHERE school = ? AND safeguarding_lead AND active)")
                .param(school.value())
                .query(Boolean.class)
                .single();
    }

    /** Locks the school's admins until the transaction ends, so that two changes cannot each leave the other's out. */
    List<AccountId> lockActiveAdmins(SchoolId school) {
        return jdbc.sql(
                        "SELECT id FROM account WHERE school = ? AND role = 'admin' AND active ORDER BY id FOR NO KEY UPDATE")
                .param(school.value())
                .query((row, _) -> new AccountId(Sql.uuid(row, "id")))
                .list();
    }

    List<Account> list(SchoolId school, AccountQuery query, @Nullable String afterKey, int limit) {
        return jdbc.sql("""
                        SELECT %s FROM account
                        WHERE school = :school
                          AND (:role::text IS NULL OR role = :role)
                          AND (:lead::boolean IS NULL OR safeguarding_lead = :lead)
                          AND (:pattern::text IS NULL OR display_name ILIKE :pattern OR username ILIKE :pattern)
                          AND (:after::text IS NULL OR username_key > :after)
                        ORDER BY username_key LIMIT :limit
                        """.formatted(COLUMNS))
                .param("school", school.value())
                .param("role", query.role() == null ? null : query.role().text())
                .param("lead", query.safeguardingLead())
                .param("pattern", query.text() == null ? null : Sql.containing(query.text()))
                .param("after", afterKey)
                .param("limit", limit)
                .query(AccountRows::read)
                .list();
    }

    void update(Account account) {
        jdbc.sql("UPDATE account SET display_name = ?, role = ?, active = ?, safeguarding_lead = ? WHERE id = ?")
                .params(
                        account.displayName(),
                        account.role().text(),
                        account.active(),
                        account.safeguardingLead(),
                        account.id().value())
                .update();
    }

    /**
     * Sets the password; all tokens made until now are worth nothing any more.
     *
     * @return from when tokens are good: the next second, since they tell no more of their time than that
     */
    Instant updatePassword(AccountId id, String encodedPassword) {
        return jdbc.sql("""
                        UPDATE account SET password = ?,
                          tokens_valid_from = date_trunc('second', clock_timestamp()) + interval '1 second'
                        WHERE id = ? RETURNING tokens_valid_from
                        """)
                .params(encodedPassword, id.value())
                .query((row, _) -> Sql.time(row, "tokens_valid_from"))
                .single();
    }

    Set<UUID> existing(SchoolId school, Collection<UUID> ids) {
        return new HashSet<>(jdbc.sql("SELECT id FROM account WHERE school = ? AND id = ANY (?)")
                .params(school.value(), Sql.uuids(ids))
                .query(Sql::firstId)
                .list());
    }

    private static Account read(ResultSet row, int number) throws SQLException {
        return new Account(
                new AccountId(Sql.uuid(row, "id")),
                new SchoolId(Sql.uuid(row, "school")),
                row.getString("username"),
                row.getString("display_name"),
                Role.of(row.getString("role")),
                row.getBoolean("active"),
                row.getBoolean("safeguarding_lead"));
    }
}
