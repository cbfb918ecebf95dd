package dev.homeroom.edge.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Which settings of the fan-out there can be. */
class FanoutPropertiesTests {
    private static boolean isValid(Map<String, String> settings) {
        FanoutProperties properties = new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("homeroom.edge.fanout", FanoutProperties.class);
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            Validator validator = factory.getValidator();
            return validator.validate(properties).isEmpty();
        }
    }

    @Test
    void defaultsAreValid() {
        assertThat(isValid(Map.of())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"recall-rooms,0", "max-waiting,0", "max-waiting,-1", "batch,0", "longest-round,1s", "longest-round,-1m"
    })
    void refusesBoundsWithWhichNothingWouldWork(String name, String value) {
        assertThat(isValid(Map.of("homeroom.edge.fanout." + name, value))).isFalse();
    }
}
