package dev.homeroom.bench.classrooms;

import dev.homeroom.bench.check.Findings;
import dev.homeroom.bench.check.Heard;
import dev.homeroom.bench.check.RoomCheck;
import dev.homeroom.bench.crowd.Account;
import dev.homeroom.bench.crowd.Rotation;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Compares, room by room, what was acked with what each receiver has heard and with what the transcript has. */
final class Judge {
    private final Account account;
    private final Rotation rotation;

    Judge(Account account, Rotation rotation) {
        this.account = account;
        this.rotation = rotation;
    }

    /** @param transcripts by room; empty where there is none */
    Verdict judge(List<Heard> transcripts) {
        return IntStream.range(0, rotation.rooms())
                .mapToObj(room ->
                        judge(room, transcripts.isEmpty() ? Optional.empty() : Optional.of(transcripts.get(room))))
                .reduce(Verdict.CLEAN, Verdict::plus);
    }

    /** What is wrong with the deliveries, and with the transcripts. */
    record Verdict(Findings deliveries, Findings transcripts) {
        private static final Verdict CLEAN = new Verdict(Findings.NONE, Findings.NONE);

        private Verdict plus(Verdict other) {
            return new Verdict(deliveries.plus(other.deliveries), transcripts.plus(other.transcripts));
        }
    }

    private Verdict judge(int room, Optional<Heard> transcript) {
        List<Heard> receivers = account.heardIn(room);
        RoomCheck check = RoomCheck.of(acked(room), receivers, transcript);
        return new Verdict(
                receivers.stream().map(check::judge).reduce(Findings.NONE, Findings::plus),
                transcript.map(check::judge).orElse(Findings.NONE));
    }

    private BitSet acked(int room) {
        return account.acked().stream()
                .filter(message -> rotation.room(message) == room)
                .map(rotation::sequence)
                .collect(BitSet::new, BitSet::set, BitSet::or);
    }
}
