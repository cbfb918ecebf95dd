package dev.homeroom.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.AppInfoParser;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code docker-compose.yml} and the front door's file say, held against the programs that they are about. */
class DeploymentTests {
    private static final Path TOP = Path.of("..");
    private static final Pattern REFERENCE = Pattern.compile("(?m)\\$\\{([A-Z_]+):-[^}]*}|([A-Z_]+):$");
    private static final Pattern UPSTREAM = Pattern.compile("server ([a-z0-9-]+):(\\d+) resolve");

    private final Deployment deployment = Deployment.read(TOP.resolve("docker-compose.yml"));
    private final String frontDoor = read(TOP.resolve("front-door/nginx.conf"));

    @Test
    void hasEveryPart() {
        assertThat(deployment.services())
                .containsOnlyKeys("kafka", "postgres", "edge-1", "edge-2", "archiver-1", "archiver-2", "front-door");
    }

    @Test
    void checksTheHealthOfEveryPart() {
        assertThat(deployment.services().values())
                .allSatisfy(
                        service -> assertThat(service.at("healthcheck", "test")).isNotNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"edge-1", "edge-2", "archiver-1", "archiver-2"})
    void setsOnlyPropertiesThatExist(String program) {
        Set<String> known = SettingNames.documented().stream()
                .map(SettingNames::asEnvironmentVariable)
                .collect(Collectors.toSet());
        assertThat(known).contains("SERVER_PORT", "HOMEROOM_GUESTS", "HOMEROOM_ARCHIVER_DEMO");
        assertThat(deployment.service(program).environment().keySet())
                .isNotEmpty()
                .isSubsetOf(known);
    }

    @ParameterizedTest
    @ValueSource(strings = {"edge-1", "edge-2", "archiver-1", "archiver-2"})
    void asksAProgramForItsHealthWhereItListens(String program) {
        Deployment.Service service = deployment.service(program);
        assertThat(service.at("healthcheck", "test"))
                .isEqualTo(List.of(
                        "CMD", "bash", "/app/is-ready", service.environment().get("SERVER_PORT")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"edge-1", "edge-2"})
    void callsAnEdgeByItsName(String edge) {
        assertThat(deployment.service(edge).environment()).containsEntry("HOMEROOM_EDGE_NAME", edge);
    }

    @Test
    void runsTheBrokerOfOurClients() {
        assertThat(deployment.service("kafka").at("image")).isEqualTo("apache/kafka:" + AppInfoParser.getVersion());
    }

    @Test
    void letsOnlyTheFrontDoorOut() {
        assertThat(deployment.services().entrySet().stream()
                        .filter(service -> service.getValue().at("ports") != null)
                        .map(Map.Entry::getKey))
                .containsExactly("front-door");
    }

    @Test
    void keepsDataInNamedVolumes() {
        assertThat(deployment.volumes()).containsExactlyInAnyOrder("kafka-data", "postgres-data");
        assertThat(deployment.service("kafka").at("volumes")).isEqualTo(List.of("kafka-data:/var/lib/kafka/data"));
        assertThat(deployment.service("kafka").environment()).containsEntry("KAFKA_LOG_DIRS", "/var/lib/kafka/data");
        assertThat(deployment.service("postgres").at("volumes"))
                .isEqualTo(List.of("postgres-data:/var/lib/postgresql"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"archiver-1", "archiver-2"})
    void givesAnArchiverThePasswordOfTheDatabase(String archiver) {
        assertThat(deployment.service(archiver).environment().get("SPRING_DATASOURCE_PASSWORD"))
                .isEqualTo(deployment.service("postgres").environment().get("POSTGRES_PASSWORD"));
    }

    @Test
    void explainsEverySetting() {
        Set<String> used = matches(REFERENCE, read(TOP.resolve("docker-compose.yml")));
        Set<String> explained = matches(Pattern.compile("(?m)^#?([A-Z_]+)="), read(TOP.resolve(".env.example")));
        assertThat(explained).isEqualTo(used);
    }

    @Test
    void leadsFromTheFrontDoorToPortsWhereProgramsListen() {
        Matcher upstreams = UPSTREAM.matcher(frontDoor);
        Set<String> programs = new TreeSet<>();
        while (upstreams.find()) {
            programs.add(upstreams.group(1));
            assertThat(deployment.service(upstreams.group(1)).environment())
                    .containsEntry("SERVER_PORT", upstreams.group(2));
        }
        assertThat(programs).containsExactly("archiver-1", "archiver-2", "edge-1", "edge-2");
    }

    @Test
    void findsTheFrontDoorHealthyByAPathThatItHas() {
        String question = String.valueOf(deployment.service("front-door").at("healthcheck", "test"));
        String path = question.replaceAll(".*127\\.0\\.0\\.1:8080(/[a-z/-]+).*", "$1");
        assertThat(frontDoor).contains("location = " + path + " {");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat-edge", "archiver"})
    void buildsEachProgramFromItsDockerfile(String module) {
        String dockerfile = read(TOP.resolve(module).resolve("Dockerfile"));
        assertThat(dockerfile)
                .contains("FROM eclipse-temurin:25-jre", "USER homeroom", "mvn -B -ntp package -pl " + module);
        assertThat(deployment.services().values().stream().map(service -> service.at("build", "dockerfile")))
                .contains(module + "/Dockerfile");
    }

    @Test
    void opensTheFrontDoorWithoutAnArchiver() {
        assertThat(deployment.service("front-door").at("depends_on"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsOnlyKeys("edge-1", "edge-2");
    }

    @Test
    void believesTrustedProxiesOnly(@TempDir Path folder) throws Exception {
        assertThat(trust("192.0.2.7 172.16.0.0/12,2001:db8::/32", folder)).isZero();
        assertThat(read(folder.resolve("real-ip.conf"))).isEqualTo("""
                        set_real_ip_from 192.0.2.7;
                        set_real_ip_from 172.16.0.0/12;
                        set_real_ip_from 2001:db8::/32;
                        """);
        assertThat(read(folder.resolve("trusted.conf"))).isEqualTo("""
                        192.0.2.7 1;
                        172.16.0.0/12 1;
                        2001:db8::/32 1;
                        """);

        assertThat(trust("", folder)).isZero();
        assertThat(read(folder.resolve("real-ip.conf"))).isEmpty();
        assertThat(read(folder.resolve("trusted.conf"))).isEmpty();

        assertThat(trust("192.0.2.7;", folder)).isOne();
        assertThat(frontDoor)
                .contains("include /etc/nginx/homeroom/real-ip.conf;", "include /etc/nginx/homeroom/trusted.conf;")
                .doesNotContain("X-Forwarded-Proto $scheme");
    }

    private static int trust(String proxies, Path folder) throws IOException, InterruptedException {
        Path script = TOP.resolve("front-door/trusted-proxies.sh");
        assertThat(script).isExecutable();
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", script.toString(), folder.toString());
        builder.environment().put("HOMEROOM_TRUSTED_PROXIES", proxies);
        return builder.start().waitFor();
    }

    private static Set<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(match.group(1) == null ? 2 : 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
