package dev.homeroom.archiver.account;

import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.SchoolId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What signing in needs to know of an account. */
@Component
public class Credentials {
    private static final String COLUMNS =
            "id, school, username, display_name, role, active, safeguarding_lead, password, tokens_valid_from";

    private final JdbcClient jdbc;
    private final AccountRows rows;
    private final Passwords passwords;

    Credentials(JdbcClient jdbc, AccountRows rows, Passwords passwords) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.passwords = passwords;
    }

    /** @param tokensValidFrom tokens that were made before are worth nothing */
    public record Credential(Caller caller, boolean active, String password, Instant tokensValidFrom) {}

    public Optional<Credential> ofUsername(String typed) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM account WHERE username_key = ?")
                .param(Username.keyOf(typed))
                .query(Credentials::read)
                .optional();
    }

    public Optional<Credential> of(AccountId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM account WHERE id = ?")
                .param(id.value())
                .query(Credentials::read)
                .optional();
    }

    /** @return from when new tokens are good; older ones are not */
    public Instant changePassword(AccountId id, String password) {
        return rows.updatePassword(id, passwords.encode(password));
    }

    private static Credential read(ResultSet row, int number) throws SQLException {
        Caller caller = new Caller(
                new AccountId(Sql.uuid(row, "id")),
                new SchoolId(Sql.uuid(row, "school")),
                Role.of(row.getString("role")),
                row.getString("username"),
                row.getString("display_name"),
                row.getBoolean("safeguarding_lead"));
        return new Credential(
                caller, row.getBoolean("active"), row.getString("password"), Sql.time(row, "tokens_valid_from"));
    }
}
