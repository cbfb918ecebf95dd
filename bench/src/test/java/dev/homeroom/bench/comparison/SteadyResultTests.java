package dev.homeroom.bench.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.bench.report.Json;
import dev.homeroom.bench.report.Svg;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SteadyResultTests {
    private static final Plan PLAN = new Plan(
            Shape.CLASSROOMS,
            List.of(100),
            0,
            3,
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(6),
            80,
            1);

    private static SteadyResult result() {
        Line floor = Line.of("floor", 100, List.of(Outcomes.with(3_000, 0, 5))).orElseThrow();
        Line other = Line.of(
                        "other",
                        100,
                        List.of(
                                Outcomes.with(3_000, 0, 30),
                                Outcomes.with(2_900, 0, 8),
                                Outcomes.with(2_950, 0, 10),
                                Outcomes.with(2_000, 7, 1)))
                .orElseThrow();
        Most most = new Most("other", 12_345, 411, 500, true);
        return new SteadyResult("classrooms", PLAN, List.of(floor, other), List.of(most));
    }

    @Test
    void takesMediansOfThoseThatHeldAndTellsProcessesApart() {
        Line line = result().lines().getLast();
        assertThat(line.serverMicros()).isEqualTo(10);
        assertThat(line.brokerMicros()).isEqualTo(2);
        assertThat(line.storeMicros()).isEqualTo(4);
        assertThat(line.deliveriesPerSecond()).isEqualTo(2_950);
    }

    @Test
    void saysHowOftenItHeld() {
        assertThat(result().isGood("floor")).isTrue();
        assertThat(result().isGood("other")).isFalse();
        assertThat(result().isIntact("floor")).isTrue();
        assertThat(result().isIntact("other")).isFalse();
        assertThat(result().table()).contains("HELD 3 TIMES OF 4");
    }

    @Test
    void setsEachBesideTheFirst() {
        assertThat(result().table().lines().filter(line -> line.startsWith("other")))
                .anySatisfy(line -> assertThat(line).contains("10.00", "2.00", "4.00", "1.71"));
        assertThat(result().table()).contains("12,345", "the load generator may be the limit");
    }

    @Test
    void isThereForProgramsToo() {
        JsonNode json = JsonMapper.shared().readTree(Json.of(result()));
        assertThat(json.path("scene").asString()).isEqualTo("classrooms");
        assertThat(json.path("plan").path("measured").asDouble()).isEqualTo(2);
        assertThat(json.path("lines").get(1).path("server_micros").asDouble()).isEqualTo(10);
        assertThat(json.path("mosts").get(0).path("failed_at").asInt()).isEqualTo(500);
    }

    @Test
    void isDrawnAsWellFormedXml() throws Exception {
        String svg = Svg.of(result().charts());
        Document drawn = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)));
        assertThat(svg).contains("classrooms at 3,000 deliveries/s", ">other<", ">16.0<", "thousands of deliveries/s");
        assertThat(drawn.getElementsByTagName("rect").getLength()).isEqualTo(3 + 3 + 1 + 3);
    }

    @Test
    void hasNoLineForWhatWasNotPlayed() {
        assertThat(Line.of("gone", 100, List.of())).isEmpty();
    }

    @Test
    void hasNoRatioWhereThereIsNoFloor() {
        Line alone = Line.of("other", 100, List.of(Outcomes.with(3_000, 0, 5))).orElseThrow();
        assertThat(new SteadyResult("classrooms", PLAN, List.of(alone), List.of()).table())
                .doesNotContain("NaN");
    }
}
