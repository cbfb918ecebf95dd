package dev.homeroom.bench.verdict;

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
public final class Judge {
    private final Account account;
    private final Rotation rotation;

    public Judge(Account account, Rotation rotation) {
        this.account = account;
        this.rotation = rotation;
    }

    /** @param transcripts by room; empty where there is none */
    public Verdict judge(List<Heard> transcripts) {
        return IntStream.range(0, rotation.rooms())
                .mapToObj(room ->
                        judge(room, transcripts.isEmpty() ? Optional.empty() : Optional.of(transcripts.get(room))))
                .reduce(Verdict.CLEAN, Verdict::plus);
    }

    /** What is wrong with the deliveries, and with the transcripts. */
    public record Verdict(Findings deliveries, Findings transcripts) {
        private static final Verdict CLEAN = new Verdict(Findings.NONE, Findings.NONE);

        private Verdict plus(Verdict other) {
            return new Verdict(deliveries.plus(other.deliveries), transcripts.plus(other.transcripts));
        }
    }

    private Verdict judge(int room, Optional<Heard> transcript) {
        List<Heard> receivers = account.heardIn(room);
        RoomCheck check = check(room, transcript);
        return new Verdict(
                receivers.stream().map(check::judge).reduce(Findings.NONE, Findings::plus),
                transcript.map(check::judge).orElse(Findings.NONE));
    }

    /** By room, what others can be judged by who were there and are not in the account. */
    public List<RoomCheck> checks() {
        return IntStream.range(0, rotation.rooms())
                .mapToObj(room -> check(room, Optional.empty()))
                .toList();
    }

    private RoomCheck check(int room, Optional<Heard> transcript) {
        return RoomCheck.of(acked(room), account.heardIn(room), transcript);
    }

    /** The sequence numbers of a room's acked messages. */
    public BitSet acked(int room) {
        return account.acked().stream()
                .filter(message -> rotation.room(message) == room)
                .map(rotation::sequence)
                .collect(BitSet::new, BitSet::set, BitSet::or);
    }
}
