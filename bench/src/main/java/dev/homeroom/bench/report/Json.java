package dev.homeroom.bench.report;

import java.time.Duration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** An outcome for programs to read. Times are in seconds unless the name says otherwise. */
public final class Json {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .addModule(new SimpleModule("bench").addSerializer(new Seconds()))
            .build();

    private Json() {}

    /** @param outcome of a scene, or of several */
    public static String of(Object outcome) {
        return JSON.writeValueAsString(outcome);
    }

    private static final class Seconds extends StdSerializer<Duration> {
        Seconds() {
            super(Duration.class);
        }

        @Override
        public void serialize(Duration time, JsonGenerator json, SerializationContext context) {
            json.writeNumber(time.toMillis() / 1e3);
        }
    }
}
