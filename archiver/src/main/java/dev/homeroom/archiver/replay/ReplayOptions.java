package dev.homeroom.archiver.replay;

import dev.homeroom.archiver.ingest.DeadLetterReason;
import dev.homeroom.archiver.ingest.Readmission.Mode;
import dev.homeroom.contract.RoomId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the command was asked for. */
sealed interface ReplayOptions {
    record Help() implements ReplayOptions {}

    /** @param complaint in words, for whoever asked */
    record Refused(String complaint) implements ReplayOptions {}

    /** @param settings those of the archiver, as they were given */
    record Accepted(Wanted wanted, Mode mode, List<String> settings) implements ReplayOptions {}

    static ReplayOptions parse(List<String> arguments) {
        try {
            return parseOrThrow(arguments);
        } catch (IllegalArgumentException e) {
            return new Refused(String.valueOf(e.getMessage()));
        }
    }

    private static ReplayOptions parseOrThrow(List<String> arguments) {
        Set<DeadLetterReason> reasons = EnumSet.noneOf(DeadLetterReason.class);
        @Nullable RoomId room = null;
        @Nullable Instant since = null;
        Mode mode = Mode.STORE;
        List<String> settings = new ArrayList<>();
        for (String argument : arguments) {
            String name = argument.split("=", 2)[0];
            switch (name) {
                case "--help" -> {
                    return new Help();
                }
                case "--dry-run" -> mode = dryRun(argument);
                case "--reason" -> reasons.addAll(reasons(value(argument)));
                case "--room" -> room = room(value(argument));
                case "--since" -> since = since(value(argument));
                default -> settings.add(setting(name, argument));
            }
        }
        return new Accepted(new Wanted(reasons, room, since), mode, settings);
    }

    private static Mode dryRun(String argument) {
        if (argument.contains("=")) {
            throw new IllegalArgumentException("--dry-run takes no value");
        }
        return Mode.TRIAL;
    }

    private static String value(String argument) {
        String[] parts = argument.split("=", 2);
        if (parts.length < 2 || parts[1].isBlank()) {
            throw new IllegalArgumentException(parts[0] + " needs a value, after an equals sign");
        }
        return parts[1];
    }

    private static List<DeadLetterReason> reasons(String text) {
        return Stream.of(text.split(",", -1))
                .map(one -> DeadLetterReason.ofText(one)
                        .orElseThrow(
                                () -> new IllegalArgumentException("--reason cannot be \"" + one + "\": it is one of "
                                        + Stream.of(DeadLetterReason.values())
                                                .map(DeadLetterReason::text)
                                                .collect(Collectors.joining(", ")))))
                .toList();
    }

    private static RoomId room(String text) {
        try {
            return RoomId.parse(text);
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException("--room cannot be \"" + text + "\": it is the id of a room");
        }
    }

    private static Instant since(String text) {
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException _) {
            throw new IllegalArgumentException("--since cannot be \"" + text
                    + "\": it is a time such as 2026-03-02T08:15:00Z, or a day such as 2026-03-02");
        }
    }

    /** Settings have dots in their names, and this command's options have none. */
    private static String setting(String name, String argument) {
        if (!name.startsWith("--") || !name.contains(".")) {
            throw new IllegalArgumentException("there is no option " + name);
        }
        return argument;
    }
}
