package dev.homeroom.archiver.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeroom.archiver.Api;
import dev.homeroom.archiver.Conversation;
import dev.homeroom.archiver.RoomLog;
import dev.homeroom.archiver.account.Accounts;
import dev.homeroom.archiver.account.NewAccount;
import dev.homeroom.archiver.account.Role;
import dev.homeroom.archiver.account.Schools;
import dev.homeroom.contract.RoomEvent.MessagePosted;
import dev.homeroom.contract.RoomId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the safeguarding lead may do in rooms of others, and nobody else. */
class SafeguardingLeadIntegrationTests extends Conversation {
    @Autowired
    private Accounts accounts;

    @Autowired
    private Schools schools;

    private RoomId room;
    private Api lead;
    private String leadId;

    @BeforeEach
    void nameALead() {
        room = newRoom("Somebody else's");
        String username = "lead" + UUID.randomUUID();
        accounts.create(
                schools.named("Demo School").orElseThrow(),
                new NewAccount(username, "Lead", Role.TEACHER, "long enough"));
        lead = api().signedIn(username, "long enough");
        leadId = lead.get("/api/me").json().path("id").asString();
    }

    private Api.Answer change(String account, Map<String, ?> change) {
        return as("admin").patch("/api/accounts/" + account, change);
    }

    private void appoint() {
        change(leadId, Map.of("safeguarding_lead", true)).expect(200);
    }

    @Test
    void seesRoomsOfOthersFromTheNextRequestOnAndNoLonger() {
        lead.get("/api/rooms/" + room).expectProblem(404, "room-not-found");

        appoint();
        assertThat(lead.get("/api/me").json().path("safeguarding_lead").asBoolean())
                .isTrue();
        assertThat(lead.get("/api/rooms/" + room)
                        .expect(200)
                        .json()
                        .path("role")
                        .asString())
                .isEqualTo("safeguarding");
        assertThat(lead.get("/api/rooms?scope=school").expect(200).text()).contains(room.toString());

        change(leadId, Map.of("safeguarding_lead", false)).expect(200);
        lead.get("/api/rooms/" + room).expectProblem(404, "room-not-found");
        lead.get("/api/rooms?scope=school").expectProblem(403, "forbidden");
    }

    @Test
    void readsWhatWasRemovedMarkedWhileMembersSeeThatItIsGone() {
        appoint();
        MessagePosted shout = RoomLog.message(room, amy, "a shout");
        awaitArchived(room, log.write(shout));

        lead.delete("/api/rooms/" + room + "/messages/" + shout.id()).expect(204);

        await().untilAsserted(() -> {
            var entry = lead.get("/api/rooms/" + room + "/transcript")
                    .expect(200)
                    .json()
                    .path("items")
                    .get(0);
            assertThat(entry.path("removed").asBoolean()).isTrue();
            assertThat(entry.path("message").asString()).isEqualTo("a shout");
            assertThat(entry.path("removal").path("by").asString()).isEqualTo("Lead");
        });
        assertThat(as("teacher").get("/api/rooms/" + room + "/transcript").text())
                .contains("a shout");
        assertThat(as("amy").get("/api/rooms/" + room + "/messages").text())
                .contains("\"removed\":true")
                .doesNotContain("a shout");
    }

    @Test
    void mutesStudentsAndLeavesTheRestToTheTeachers() {
        appoint();
        lead.patch("/api/rooms/" + room + "/members/" + amy.account(), Map.of("muted", true))
                .expect(200);
        lead.patch("/api/rooms/" + room, Map.of("title", "Mine now")).expectProblem(403, "forbidden");
        lead.patch("/api/rooms/" + room, Map.of("state", "closed")).expectProblem(403, "forbidden");
        lead.get("/api/rooms/" + room + "/messages").expectProblem(403, "forbidden");
    }

    @Test
    void isNamedByAdminsAndNeverAStudent() {
        lead.patch("/api/accounts/" + leadId, Map.of("safeguarding_lead", true)).expectProblem(403, "forbidden");
        change(amy.account().toString(), Map.of("safeguarding_lead", true)).expectInvalid("safeguarding_lead");
        change(leadId, Map.of("safeguarding_lead", "yes")).expectInvalid("safeguarding_lead");

        appoint();
        assertThat(change(leadId, Map.of("role", "student"))
                        .expect(200)
                        .json()
                        .path("safeguarding_lead")
                        .asBoolean())
                .isFalse();
        lead.get("/api/rooms/" + room).expectProblem(404, "room-not-found");
    }

    @Test
    void isNamedToWhoeverIsInARoom() {
        change(leadId, Map.of("display_name", "Ms Watchful", "safeguarding_lead", true))
                .expect(200);
        assertThat(overseers("amy")).contains("Ms Watchful");
        change(leadId, Map.of("safeguarding_lead", false)).expect(200);
        assertThat(overseers("amy")).doesNotContain("Ms Watchful");
    }

    private List<String> overseers(String member) {
        String room = as(member)
                .get("/api/rooms")
                .expect(200)
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        return as(member)
                .get("/api/rooms/" + room)
                .expect(200)
                .json()
                .path("overseers")
                .valueStream()
                .map(overseer -> overseer.path("display_name").asString())
                .toList();
    }
}
