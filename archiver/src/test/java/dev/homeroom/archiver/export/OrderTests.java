package dev.homeroom.archiver.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.account.Role;
import dev.homeroom.archiver.export.Order.Subject;
import dev.homeroom.archiver.ingest.EntryKind;
import dev.homeroom.archiver.transcript.EntryFilter;
import dev.homeroom.archiver.words.Wanted;
import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.SchoolId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OrderTests {
    private static final Layout LAYOUT = new Layout(Format.HTML, Naming.NAMES, false, PrintedWords.EN, ZoneOffset.UTC);

    private static final Caller TEACHER = new Caller(
            new AccountId(UUID.randomUUID()),
            new SchoolId(UUID.randomUUID()),
            Role.TEACHER,
            "teacher",
            "Teacher",
            false);

    private static Order ofRoom(EntryFilter filter) {
        return new Order(TEACHER, List.of(), null, filter, LAYOUT);
    }

    private static Order ofPerson(UUID person, EntryFilter filter) {
        return new Order(TEACHER, List.of(), new Subject(person, "Amy"), filter, LAYOUT);
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
        assertThat(ofRoom(filter).hasHoles()).isTrue();
        assertThat(ofRoom(filter).isFiltered()).isTrue();
    }

    @Test
    void aSpanHasNoHoles() {
        Order span = ofRoom(new EntryFilter(null, Instant.EPOCH, Instant.now(), null, null, null, false));
        assertThat(span.hasHoles()).isFalse();
        assertThat(span.isFiltered()).isTrue();
        assertThat(ofRoom(EntryFilter.ALL).isFiltered()).isFalse();
    }

    @Test
    void allThatSomebodyWroteHasNoHoles() {
        UUID amy = UUID.randomUUID();
        Order words = ofPerson(amy, new EntryFilter(Set.of(amy), null, null, null, null, null, false));
        assertThat(words.hasHoles()).isFalse();
        assertThat(words.isFiltered()).isFalse();
        assertThat(ofPerson(amy, new EntryFilter(Set.of(amy), null, null, null, null, null, true))
                        .hasHoles())
                .isTrue();
    }

    @Test
    void theHeadingSaysWhetherThereAreHoles() {
        assertThat(Heading.of("Class 7b", "Teacher", EntryFilter.ALL, true, LAYOUT)
                        .details())
                .contains(PrintedWords.EN.filtered());
        assertThat(Heading.of("Class 7b", "Teacher", EntryFilter.ALL, false, LAYOUT)
                        .details())
                .doesNotContain(PrintedWords.EN.filtered());
    }
}
