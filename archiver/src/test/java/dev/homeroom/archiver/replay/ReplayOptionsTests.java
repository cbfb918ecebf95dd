package dev.homeroom.archiver.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.archiver.ingest.DeadLetterReason;
import dev.homeroom.archiver.ingest.Readmission.Mode;
import dev.homeroom.contract.RoomId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command takes and what it refuses. */
class ReplayOptionsTests {
    private static ReplayOptions parse(String... arguments) {
        return ReplayOptions.parse(List.of(arguments));
    }

    @Test
    void wantsAllLettersUnlessTold() {
        assertThat(parse())
                .isEqualTo(new ReplayOptions.Accepted(new Wanted(Set.of(), null, null), Mode.STORE, List.of()));
    }

    @Test
    void takesFilters() {
        RoomId room = RoomId.create();
        assertThat(parse("--reason=unknown_room,refused", "--room=" + room, "--since=2026-03-02", "--dry-run"))
                .isEqualTo(new ReplayOptions.Accepted(
                        new Wanted(
                                Set.of(DeadLetterReason.UNKNOWN_ROOM, DeadLetterReason.REFUSED),
                                room,
                                Instant.parse("2026-03-02T00:00:00Z")),
                        Mode.TRIAL,
                        List.of()));
    }

    @Test
    void takesTimesOfDay() {
        assertThat(parse("--since=2026-03-02T08:15:00Z"))
                .isInstanceOfSatisfying(
                        ReplayOptions.Accepted.class,
                        accepted -> assertThat(accepted.wanted().since()).isEqualTo("2026-03-02T08:15:00Z"));
    }

    @Test
    void handsTheArchiversSettingsOn() {
        String setting = "--homeroom.archiver.ingest.max-record=1MB";
        assertThat(parse(setting, "--dry-run"))
                .isInstanceOfSatisfying(
                        ReplayOptions.Accepted.class,
                        accepted -> assertThat(accepted.settings()).containsExactly(setting));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--rooms=7",
                "--dryrun",
                "--dry-run=true",
                "all",
                "-v",
                "--reason",
                "--reason=",
                "--reason=bad",
                "--reason=malformed,",
                "--reason=MALFORMED,bad",
                "--room=lunch",
                "--since=yesterday",
                "--since=2026-03-02T08:15",
                "--since=2026-02-30"
            })
    void refusesWhatCannotBe(String argument) {
        assertThat(parse("--dry-run", argument)).isInstanceOf(ReplayOptions.Refused.class);
    }

    @Test
    void showsHelpWhateverElseIsAsked() {
        assertThat(parse("--dry-run", "--help")).isInstanceOf(ReplayOptions.Help.class);
    }
}
