package dev.homeroom.faults.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.homeroom.faults.deployment.Part;
import dev.homeroom.faults.deployment.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two people before the pages of a whole deployment, of which a part is taken away: they are told what is going on, and nothing
 * that either of them wrote is lost, out of order, or there twice.
 */
@TestInstance(Lifecycle.PER_CLASS)
class PageUnderFailureIntegrationTests {
    private static final int PATIENCE_MS = 60_000;
    private static final String LOST = "The connection is lost. Trying to get it back…";
    private static final String WAITING = "Not sent yet. It goes out by itself when the connection is back.";
    private static final String BACK = "Connected again. You have missed nothing.";

    private final Stage stage;
    private final List<String> said = new ArrayList<>();
    private String room = "";
    private String title = "";

    PageUnderFailureIntegrationTests(@TempDir Path folder) throws IOException, InterruptedException {
        stage = Stage.openOrSkip(PageUnderFailureIntegrationTests.class, folder, 1);
    }

    @BeforeAll
    static void bePatient() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    }

    @AfterAll
    void close() {
        stage.close();
    }

    @Test
    void tellsWhoseConnectionIsCutAndSendsWhatTheyWrote(TestInfo test) throws IOException {
        Visitor amy = enters(test, "amy");
        Visitor ben = enters(test, "ben");
        bothTalk(amy, ben);

        amy.way().cut();
        amy.reads(LOST);
        amy.knowsNoMoreWhoIsPresent();
        writes(amy, "written without a connection");
        amy.reads(WAITING);
        ben.person().writes("are you still there?");
        ben.seesPresent("Ben");
        amy.person().photographed("cut");

        amy.way().mend();
        amy.reads(BACK);
        amy.person().photographed("cut-back");
        assertThat(said.removeLast()).isEqualTo("written without a connection");
        said.addAll(List.of("are you still there?", "written without a connection"));
        allSeeTheSame(amy, ben);
    }

    @Test
    void keepsWhatIsRefusedAfterwardsUntilItIsSentAgain(TestInfo test) throws IOException {
        Visitor amy = enters(test, "amy");
        Visitor ben = enters(test, "ben");
        bothTalk(amy, ben);

        amy.way().cut();
        amy.reads(LOST);
        writes(amy, "written while the room was being locked");
        stage.locks(room);
        ben.reads("The room is locked: you can read, and teachers can write.");
        amy.way().mend();
        amy.reads("Not sent. The room is locked.");
        amy.person().photographed("refused");

        stage.unlocks(room);
        ben.readsNoMore("The room is locked: you can read, and teachers can write.");
        amy.presses("Send again");
        allSeeTheSame(amy, ben);
    }

    @Test
    void goesOnAtTheOtherEdgeWhenItsOwnIsKilled(TestInfo test) throws IOException, InterruptedException {
        Visitor amy = enters(test, "amy");
        Visitor ben = enters(test, "ben");
        bothTalk(amy, ben);
        Program edge = edgeOf(amy);

        edge.kill();
        writes(amy, "written when the edge was dead");
        ben.reads("written when the edge was dead");
        amy.person().photographed("killed");
        writes(ben, "that was quick");
        allSeeTheSame(amy, ben);

        edge.start();
        stage.awaitHealth();
        allSeeTheSame(amy, ben);
    }

    @Test
    void goesOnAtTheOtherEdgeWhenItsOwnIsFrozen(TestInfo test) throws IOException, InterruptedException {
        Visitor amy = enters(test, "amy");
        Visitor ben = enters(test, "ben");
        bothTalk(amy, ben);
        Program edge = edgeOf(amy);

        edge.freeze();
        try {
            ben.person().writes("can you read this?");
            ben.seesOnce("can you read this?");
            said.add("can you read this?");
            writes(amy, "written to a frozen edge");
            amy.reads("Sending…");
            amy.person().photographed("frozen");
            ben.seesPresent("Ben");
            ben.reads("written to a frozen edge");
            amy.person().photographed("frozen-back");
            allSeeTheSame(amy, ben);
        } finally {
            edge.thaw();
        }
        stage.awaitHealth();
        writes(ben, "and that is thawed");
        allSeeTheSame(amy, ben);
    }

    @Test
    void goesOnWhenTheNetworkHasSwallowedWhatWasSent(TestInfo test) throws IOException {
        Visitor amy = enters(test, "amy");
        Visitor ben = enters(test, "ben");
        bothTalk(amy, ben);

        amy.way().silence();
        writes(amy, "written into the void");
        amy.reads(LOST);
        amy.person().photographed("silent");
        amy.way().mend();
        ben.reads("written into the void");
        allSeeTheSame(amy, ben);
    }

    @Test
    void keepsOverAReloadWhatKafkaCouldNotTake(TestInfo test) throws IOException, InterruptedException {
        Visitor amy = enters(test, "amy");
        Visitor ben = enters(test, "ben");
        bothTalk(amy, ben);
        Part kafka = stage.brokers().getFirst();

        kafka.kill();
        writes(amy, "written without Kafka");
        amy.reads("The server cannot keep messages right now.");
        amy.person().photographed("kafka-away");
        amy.page().reload();
        amy.reads("written without Kafka");
        amy.reads("Chat is not available right now. Trying again…");
        amy.reads("what should happen?");
        amy.person().photographed("kafka-away-reloaded");

        kafka.start();
        ben.reads("written without Kafka");
        stage.awaitHealth();
        writes(ben, "it is back");
        allSeeTheSame(amy, ben);
        amy.person().photographed("kafka-back");
    }

    private Visitor enters(TestInfo test, String username) throws IOException {
        if (room.isEmpty() || !title.equals(titleOf(test))) {
            said.clear();
            title = titleOf(test);
            room = stage.room(title, "amy", "ben");
        }
        Visitor visitor = stage.visitor(username);
        visitor.person().enters(title);
        return visitor;
    }

    private static String titleOf(TestInfo test) {
        return test.getTestMethod().orElseThrow().getName();
    }

    private void bothTalk(Visitor amy, Visitor ben) {
        writes(amy, "before anything happens");
        ben.reads("before anything happens");
        writes(ben, "what should happen?");
        allSeeTheSame(amy, ben);
    }

    private void writes(Visitor visitor, String text) {
        visitor.person().writes(text);
        said.add(text);
    }

    private void allSeeTheSame(Visitor amy, Visitor ben) {
        amy.seesExactly(said);
        ben.seesExactly(said);
        amy.seesPresent("Amy", "Ben");
        ben.seesPresent("Amy", "Ben");
        Awaitility.await()
                .untilAsserted(() -> assertThat(stage.transcript(room)).isEqualTo(said));
    }

    private Program edgeOf(Visitor visitor) {
        return stage.edges().stream()
                .filter(edge -> edge.name().equals(visitor.edge()))
                .findAny()
                .orElseThrow();
    }
}
