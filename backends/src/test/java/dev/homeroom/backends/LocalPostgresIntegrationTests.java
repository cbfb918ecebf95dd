package dev.homeroom.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homeroom.backends.PostgresSettings.Durability;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresIntegrationTests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private PostgresSettings settings = PostgresSettings.in(Path.of("."));

    @BeforeEach
    void settings() {
        settings = PostgresSettings.in(folder);
    }

    @Test
    void keepsItsRowsAcrossRestarts() throws Exception {
        try (LocalPostgres postgres = LocalPostgres.start(settings).orThrow()) {
            Database school = postgres.database("school").created();
            run(school, "CREATE TABLE note (words text)");
            run(school, "INSERT INTO note VALUES ('written before')");
        }
        try (LocalPostgres postgres = LocalPostgres.start(settings).orThrow()) {
            assertThat(readOne(postgres.database("school").created(), "SELECT words FROM note"))
                    .isEqualTo("written before");
        }
    }

    @Test
    void putsWhatIsCommittedOnTheDisk() throws Exception {
        try (LocalPostgres postgres = LocalPostgres.start(settings).orThrow()) {
            Database database = postgres.database("postgres");
            assertThat(readOne(database, "SHOW fsync")).isEqualTo("on");
            assertThat(readOne(database, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(readOne(database, "SHOW full_page_writes")).isEqualTo("on");
        }
    }

    @Test
    void isTheReleaseThatWeDeploy() throws Exception {
        try (LocalPostgres postgres = LocalPostgres.start(fast()).orThrow()) {
            assertThat(readOne(postgres.database("postgres"), "SHOW server_version"))
                    .startsWith("18.");
        }
    }

    @Test
    void refusesWhoDoesNotKnowThePassword() throws Exception {
        try (LocalPostgres postgres = LocalPostgres.start(fast()).orThrow()) {
            Database database = postgres.database("postgres");
            assertThatThrownBy(() -> DriverManager.getConnection(database.url(), database.username(), "guessed"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void keepsValuesOutOfItsLog() throws Exception {
        try (LocalPostgres postgres = LocalPostgres.start(fast()).orThrow()) {
            Database database = postgres.database("postgres");
            run(database, "CREATE TABLE note (words text UNIQUE)");
            try (Connection connection = database.connect();
                    var insert = connection.prepareStatement("INSERT INTO note VALUES (?), (?)")) {
                insert.setString(1, "a private word");
                insert.setString(2, "a private word");
                assertThatThrownBy(insert::execute).isInstanceOf(SQLException.class);
            }
        }
        assertThat(Files.readString(folder.resolve("postgres.log")))
                .contains("duplicate key value")
                .doesNotContain("a private word");
    }

    @Test
    void saysThatItsFolderIsInUse() {
        try (LocalPostgres _ = LocalPostgres.start(fast()).orThrow()) {
            assertThat(LocalPostgres.start(fast())).isEqualTo(new Start.FolderInUse<LocalPostgres>(folder));
        }
    }

    @Test
    void saysThatItsPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThat(LocalPostgres.start(fast().withPort(taken.getLocalPort())))
                    .isEqualTo(new Start.PortTaken<LocalPostgres>(taken.getLocalPort()));
        }
    }

    @Test
    void saysThatItsFolderIsOfAnotherRelease() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/PG_VERSION"), "17\n");
        assertThat(LocalPostgres.start(fast()))
                .isInstanceOfSatisfying(
                        Start.Failed.class,
                        failed -> assertThat(failed.reason()).contains("one of Postgres 17"));
    }

    @Test
    void takesNoticeOfNobodyElsesProcessUnderAnOldNumber() throws Exception {
        LocalPostgres.start(fast()).orThrow().close();
        Process stranger = new ProcessBuilder("/bin/sleep", "600").start();
        try {
            Files.writeString(folder.resolve("data/postmaster.pid"), stranger.pid() + "\n");
            LocalPostgres.start(fast()).orThrow().close();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void comesBackAfterItsServerWasKilled() throws Exception {
        try (LocalPostgres postgres = LocalPostgres.start(settings).orThrow()) {
            run(postgres.database("postgres"), "CREATE TABLE note AS SELECT 'written before' AS words");
            postgres.process().orElseThrow().destroyForcibly();
            Awaitility.await().atMost(PATIENCE).until(() -> !postgres.isAlive());
        }
        try (LocalPostgres postgres = LocalPostgres.start(settings).orThrow()) {
            assertThat(readOne(postgres.database("postgres"), "SELECT words FROM note"))
                    .isEqualTo("written before");
        }
    }

    private PostgresSettings fast() {
        return settings.withDurability(Durability.FAST);
    }

    private static void run(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String readOne(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
