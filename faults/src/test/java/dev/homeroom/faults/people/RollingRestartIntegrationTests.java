package dev.homeroom.faults.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.homeroom.faults.Trial;
import dev.homeroom.faults.Verdict;
import dev.homeroom.faults.Waits;
import dev.homeroom.faults.crowd.CrowdSettings;
import dev.homeroom.faults.deployment.Part;
import dev.homeroom.faults.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every part of a deployment is stopped and started, one after another, while people chat on its pages and many more by
 * programs: nobody is shown an error, and everything that was written is delivered once and stands in the transcript.
 */
@TestInstance(Lifecycle.PER_CLASS)
class RollingRestartIntegrationTests {
    private static final int PATIENCE_MS = 60_000;
    private static final Duration RESTART = Duration.ofMinutes(3);
    private static final Duration WRITE_EVERY = Duration.ofMillis(400);
    private static final Waits WAITS = new Waits(Duration.ofSeconds(60), Duration.ofSeconds(4), Duration.ofSeconds(4));
    private static final CrowdSettings CROWD =
            new CrowdSettings(1, 2, 10, 0, Duration.ofSeconds(1), Duration.ZERO, 100);
    private static final String TITLE = "Open while we work on it";
    /** What is said while all goes well. */
    private static final Pattern NO_ERROR = Pattern.compile("Sending…|Loading…|\\d+ entr(y|ies)");

    private final Stage stage;
    private final Trial trial;
    private final String room;
    private final List<String> said = new ArrayList<>();

    RollingRestartIntegrationTests(@TempDir Path folder) throws IOException, InterruptedException {
        stage = Stage.openOrSkip(RollingRestartIntegrationTests.class, folder.resolve("deployment"), 3);
        Path diary = Files.createDirectories(folder.resolve("crowd"));
        trial = Trial.start(stage.deployment(), CROWD, WAITS, Path.of("node").toAbsolutePath(), diary, _ -> {});
        room = stage.room(TITLE, "amy", "ben");
    }

    @BeforeAll
    static void bePatient() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    }

    @AfterAll
    void close() {
        trial.close();
        stage.close();
    }

    @Test
    void nobodyIsShownAnErrorAndNothingIsLostWhileEveryPartIsRestarted() throws IOException, InterruptedException {
        Visitor amy = enters("amy");
        Visitor ben = enters("ben");
        Visitor teacher = stage.visitor("teacher");
        teacher.opens("/rooms/" + room + "/transcript");
        say(amy, ben);
        Stream.of(amy, ben, teacher).forEach(Visitor::forgetsWhatWasTold);

        for (Part part : parts()) {
            CompletableFuture<Void> restart =
                    CompletableFuture.runAsync(() -> restart(part), Thread::startVirtualThread);
            Awaitility.await(part.name())
                    .pollInSameThread()
                    .pollInterval(WRITE_EVERY)
                    .atMost(RESTART)
                    .until(() -> {
                        say(amy, ben);
                        say(ben, amy);
                        rereads(teacher);
                        return restart.isDone();
                    });
            restart.join();
            amy.person().photographed("restarted-" + part.name());
            assertThat(Stream.of(amy, ben, teacher).flatMap(visitor -> visitor.told().stream()))
                    .as("what the pages said while %s was restarted", part.name())
                    .allMatch(NO_ERROR.asMatchPredicate());
        }

        amy.seesTheEndOf(said);
        ben.seesTheEndOf(said);
        amy.seesPresent("Amy", "Ben");
        ben.seesPresent("Amy", "Ben");
        Awaitility.await()
                .untilAsserted(() -> assertThat(stage.transcript(room)).isEqualTo(said));
        teacher.person().photographed("restarted-transcript");
        trial.settle();
        Verdict verdict = trial.reckon();
        assertThat(verdict.findings().isClean()).as(Table.of(verdict)).isTrue();
    }

    private List<Part> parts() {
        return Stream.<Stream<? extends Part>>of(
                        stage.edges().stream(), stage.archivers().stream(), stage.brokers().stream())
                .flatMap(part -> part)
                .map(Part.class::cast)
                .toList();
    }

    /** As whoever brings out a new version does: the next part goes when this one is well again. */
    private void restart(Part part) {
        try {
            part.stop();
            part.start();
            stage.awaitHealth();
            Replicas.awaitInSync(stage.deployment().kafka());
        } catch (IOException e) {
            throw new CompletionException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    private Visitor enters(String username) throws IOException {
        Visitor visitor = stage.visitor(username);
        visitor.person().enters(TITLE);
        return visitor;
    }

    private void say(Visitor from, Visitor to) {
        String text = "message " + (said.size() + 1) + ".";
        from.person().writes(text);
        said.add(text);
        to.seesOnce(text);
    }

    /** Opens the transcript anew, and finds what has been said, as far as it is archived. */
    private void rereads(Visitor teacher) {
        teacher.reloads();
        assertThat(teacher.page().locator(".transcript")).containsText("message ");
    }
}
