package dev.homeroom.archiver;

import static org.awaitility.Awaitility.await;

import dev.homeroom.archiver.start.Readiness;
import dev.homeroom.archiver.start.Readiness.Stage;
import dev.homeroom.testing.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One archiver with the demo school, on a real Kafka and a real Postgres, shared by all tests that extend this. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "homeroom.archiver.demo=true",
            "homeroom.archiver.passwords.bcrypt-strength=4",
            "spring.datasource.hikari.minimum-idle=1", // many archivers share the Postgres of the tests
            "homeroom.archiver.ingest.clock-behind=40d",
            "homeroom.archiver.ingest.resend-window=40d"
        })
public abstract class RunningArchiver {
    @LocalServerPort
    private int port;

    @Autowired
    private Readiness readiness;

    @DynamicPropertySource
    static void useBackends(DynamicPropertyRegistry registry) {
        Backends.useKafka(registry);
        Backends.useFreshDatabase(registry);
    }

    @BeforeEach
    void awaitArchiver() {
        await().until(() -> readiness.stage() == Stage.RUNNING);
    }

    protected int port() {
        return port;
    }

    protected String origin() {
        return "http://localhost:" + port;
    }

    /** The API, asked by nobody in particular. */
    protected Api api() {
        return new Api(origin());
    }

    /** The API, asked by somebody of the demo school, whose password is the username. */
    protected Api as(String username) {
        return api().signedIn(username, username);
    }
}
