package dev.homeroom.archiver.export;

import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.contract.SchoolId;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The codes that stand for people: drawn by lot when somebody is first to have one, and kept, so that they are the same in
 * every export of a school, and nobody else's. Nothing about somebody can be reckoned from their code.
 */
@Component
class Pseudonyms {
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int SHORTEST = 4;
    private static final int DRAWS_OF_ONE_LENGTH = 8;

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    Pseudonyms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, String> of(SchoolId school, Collection<UUID> people) {
        Map<UUID, String> codes = new HashMap<>();
        jdbc.sql("SELECT account, code FROM pseudonym WHERE school = ? AND account = ANY (?)")
                .params(school.value(), Sql.uuids(people))
                .query(row -> {
                    codes.put(Sql.uuid(row, "account"), row.getString("code"));
                });
        people.forEach(person -> codes.computeIfAbsent(person, _ -> draw(school, person)));
        return codes;
    }

    /** Several exports may draw for the same person: the first one counts. */
    private String draw(SchoolId school, UUID person) {
        for (int draws = 0; ; draws++) {
            String code = code(SHORTEST + draws / DRAWS_OF_ONE_LENGTH);
            jdbc.sql("INSERT INTO pseudonym (school, account, code) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                    .params(school.value(), person, code)
                    .update();
            var kept = jdbc.sql("SELECT code FROM pseudonym WHERE school = ? AND account = ?")
                    .params(school.value(), person)
                    .query(String.class)
                    .optional();
            if (kept.isPresent()) {
                return kept.get();
            }
        }
    }

    private String code(int length) {
        return random.ints(length, 0, ALPHABET.length())
                .collect(StringBuilder::new, (code, i) -> code.append(ALPHABET.charAt(i)), StringBuilder::append)
                .toString();
    }
}
