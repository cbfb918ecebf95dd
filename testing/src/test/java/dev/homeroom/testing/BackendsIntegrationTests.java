package dev.homeroom.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.backends.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class BackendsIntegrationTests {
    @Test
    void sharesOneBroker() {
        assertThat(Backends.kafka()).isSameAs(Backends.kafka());
    }

    @Test
    void clearsTheBroker() throws Exception {
        try (Admin admin = Backends.kafka().admin()) {
            admin.createTopics(List.of(new NewTopic("notes", 1, (short) 1)))
                    .all()
                    .get();
            Backends.kafka().clear();
            assertThat(admin.listTopics().names().get()).isEmpty();
        }
    }

    @Test
    void givesEachTestAnEmptyDatabase() throws Exception {
        try (Connection connection = Backends.freshDatabase().connect()) {
            connection.createStatement().execute("CREATE TABLE note (words text)");
        }
        assertThat(tables(Backends.freshDatabase())).isZero();
    }

    private static int tables(Database database) throws Exception {
        try (Connection connection = database.connect()) {
            ResultSet count = connection
                    .createStatement()
                    .executeQuery("SELECT count(*)::int FROM pg_tables WHERE schemaname = 'public'");
            count.next();
            return count.getInt(1);
        }
    }
}
