package dev.homeroom.archiver.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.archiver.ingest.EntryKind;
import dev.homeroom.archiver.transcript.EntryFilter;
import dev.homeroom.archiver.words.Wanted;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HeadingTests {
    private static final Layout LAYOUT = new Layout(Format.HTML, Naming.NAMES, false, PrintedWords.EN, ZoneOffset.UTC);

    private static Stream<String> details(EntryFilter filter) {
        return Heading.of("Class 7b", "Teacher", filter, LAYOUT).details().stream();
    }

    static Stream<EntryFilter> narrow() {
        UUID somebody = UUID.randomUUID();
        return Stream.of(
                new EntryFilter(Set.of(somebody), null, null, null, null, null, false),
                new EntryFilter(Set.of(), null, null, null, null, null, false),
                new EntryFilter(null, null, null, Wanted.in("fox").orElseThrow(), null, null, false),
                new EntryFilter(null, null, null, null, EntryKind.MESSAGE, null, false),
                new EntryFilter(null, null, null, null, null, somebody, false),
                new EntryFilter(null, null, null, null, null, null, true),
                new EntryFilter(null, Instant.EPOCH, null, null, null, null, true));
    }

    @ParameterizedTest
    @MethodSource("narrow")
    void saysThatItHasHoles(EntryFilter filter) {
        assertThat(details(filter)).contains(PrintedWords.EN.filtered());
    }

    @Test
    void saysNoSuchThingOfASpan() {
        for (EntryFilter filter : new EntryFilter[] {
            EntryFilter.ALL, new EntryFilter(null, Instant.EPOCH, Instant.now(), null, null, null, false)
        }) {
            assertThat(details(filter)).doesNotContain(PrintedWords.EN.filtered());
        }
    }
}
