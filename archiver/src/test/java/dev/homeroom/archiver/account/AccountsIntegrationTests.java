package dev.homeroom.archiver.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.archiver.Api;
import dev.homeroom.archiver.RunningArchiver;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Accounts over HTTP. */
class AccountsIntegrationTests extends RunningArchiver {
    private static Map<String, Object> account(String username) {
        return Map.of("username", username, "display_name", "Somebody", "role", "student", "password", "long enough");
    }

    @Test
    void keepsAccountsFromStudents() {
        as("amy").get("/api/accounts").expectProblem(403, "forbidden");
        as("amy").get("/api/groups").expectProblem(403, "forbidden");
        as("amy").post("/api/accounts", account("x")).expectProblem(403, "forbidden");
    }

    @Test
    void letsOnlyAdminsMakeAccounts() {
        as("teacher").get("/api/accounts").expect(200);
        as("teacher").post("/api/accounts", account("x")).expectProblem(403, "forbidden");
        JsonNode made = as("admin")
                .post("/api/accounts", account("Grace.H"))
                .expect(201)
                .json();
        assertThat(made.path("username").asString()).isEqualTo("Grace.H");
        assertThat(made.path("active").asBoolean()).isTrue();
        assertThat(made.propertyNames())
                .containsExactlyInAnyOrder("id", "username", "display_name", "role", "active", "safeguarding_lead");
    }

    @Test
    void makesAccountsOfSafeguardingLeadsWhoAreFoundAsSuch() {
        Api admin = as("admin");
        Map<String, Object> lead = new HashMap<>(account("Lead.H"));
        lead.put("role", "teacher");
        lead.put("safeguarding_lead", true);
        JsonNode made = admin.post("/api/accounts", lead).expect(201).json();
        assertThat(made.path("safeguarding_lead").asBoolean()).isTrue();

        JsonNode leads =
                admin.get("/api/accounts?safeguarding_lead=true").expect(200).json();
        assertThat(leads.path("items"))
                .extracting(each -> each.path("username").asString())
                .contains("Lead.H")
                .doesNotContain("amy", "teacher", "admin");
        assertThat(admin.get("/api/accounts?safeguarding_lead=false").json().path("items"))
                .extracting(each -> each.path("username").asString())
                .contains("amy")
                .doesNotContain("Lead.H");
        admin.get("/api/accounts?safeguarding_lead=perhaps").expectInvalid("safeguarding_lead");
    }

    @Test
    void makesNoStudentSafeguardingLead() {
        Map<String, Object> student = new HashMap<>(account("Student.H"));
        student.put("role", "student");
        student.put("safeguarding_lead", true);
        as("admin").post("/api/accounts", student).expectInvalid("safeguarding_lead");
    }

    @Test
    void refusesUsernameThatSomebodyHas() {
        as("admin").post("/api/accounts", account("AMY")).expectProblem(409, "username-taken");
    }

    @Test
    void refusesAccountsThatCannotBe() {
        Api admin = as("admin");
        admin.post("/api/accounts", account("with space")).expectInvalid("username");
        admin.post("/api/accounts", Map.of("username", "x")).expectInvalid("display_name");
        admin.raw("POST", "/api/accounts", """
                        {"username":"x","display_name":"X","role":"king","password":"long enough"}
                        """).expectInvalid("role");
        admin.post(
                        "/api/accounts",
                        Map.of("username", "x", "display_name", "X", "role", "student", "password", "ü".repeat(40)))
                .expectInvalid("password");
        admin.patch("/api/accounts/" + UUID.randomUUID(), Map.of("active", false))
                .expectProblem(404, "account-not-found");
    }

    @Test
    void findsByNameAndRoleInPages() {
        assertThat(as("teacher").get("/api/accounts?q=AM").json().path("items"))
                .extracting(account -> account.path("username").asString())
                .contains("amy");
        assertThat(as("teacher").get("/api/accounts?role=teacher").json().path("items"))
                .extracting(account -> account.path("username").asString())
                .contains("teacher")
                .doesNotContain("amy");
        as("teacher").get("/api/accounts?role=king").expectInvalid("role");

        JsonNode first = as("teacher").get("/api/accounts?limit=1").json();
        JsonNode second = as("teacher")
                .get("/api/accounts?limit=1&after=" + first.path("next").asString())
                .json();
        assertThat(second.path("items").get(0)).isNotEqualTo(first.path("items").get(0));
    }

    @Test
    void keepsLastAdmin() {
        String admin = as("admin").get("/api/me").json().path("id").asString();

        as("admin").patch("/api/accounts/" + admin, Map.of("active", false)).expectProblem(409, "last-admin");
        as("admin").patch("/api/accounts/" + admin, Map.of("role", "student")).expectProblem(409, "last-admin");
    }

    @Test
    void putsNewRoleInForceAtOnce() {
        String id = as("admin")
                .post("/api/accounts", account("henry"))
                .json()
                .path("id")
                .asString();
        Api henry = api().signedIn("henry", "long enough");
        henry.get("/api/accounts").expectProblem(403, "forbidden");

        as("admin").patch("/api/accounts/" + id, Map.of("role", "teacher")).expect(200);

        henry.get("/api/accounts").expect(200);
    }
}
