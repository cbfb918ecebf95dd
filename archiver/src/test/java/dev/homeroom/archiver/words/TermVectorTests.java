package dev.homeroom.archiver.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TermVectorTests {
    @Test
    void tellsWhereEachWordStands() {
        assertThat(TermVector.words("ring a ring")).isEqualTo("'ring':1,3 'a':2");
    }

    @Test
    void takesNoTimeWorthMentionForOneWordThatIsRepeatedForEver() {
        String words = "la ".repeat(300_000);
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> TermVector.words(words)))
                .startsWith("'la':1,2,3,")
                .hasSizeLessThan(2_000);
    }
}
