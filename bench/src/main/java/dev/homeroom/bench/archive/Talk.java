package dev.homeroom.bench.archive;

import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.Author;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.MessageText;
import dev.homeroom.contract.RoomEvent.MessagePosted;
import dev.homeroom.contract.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * All that was said in a school within some days, in the order of time. One room has a tenth of it, the others share the rest;
 * every fourth message is in Chinese. The same number gives the same message, but for its id.
 *
 * @param rooms of which the first is the big one
 * @param messages in all
 * @param begin when the first one was sent
 * @param span until the last one
 */
record Talk(List<RoomId> rooms, List<AccountId> people, int messages, Instant begin, Duration span) {
    private static final int SHARE_OF_BIG_ROOM = 10;
    private static final int LEAST_WORDS = 4;
    private static final int MORE_WORDS = 16;
    private static final int CHINESE = 4;

    MessagePosted message(int number) {
        SplittableRandom random = new SplittableRandom(number);
        RoomId room =
                number % SHARE_OF_BIG_ROOM == 0 ? rooms.getFirst() : rooms.get(1 + random.nextInt(rooms.size() - 1));
        AccountId author = people.get(random.nextInt(people.size()));
        return new MessagePosted(
                MessageId.create(),
                room,
                Author.of(author),
                sentAt(number),
                null,
                new MessageText(text(random)),
                new UUID(random.nextLong(), random.nextLong()));
    }

    /** In milliseconds, as on the log. */
    Instant sentAt(int number) {
        return begin.plusMillis(span.toMillis() * number / messages);
    }

    private static String text(SplittableRandom random) {
        int words = LEAST_WORDS + random.nextInt(MORE_WORDS);
        boolean chinese = random.nextInt(CHINESE) == 0;
        return IntStream.range(0, words)
                .mapToObj(_ -> chinese ? Vocabulary.chinese(random) : Vocabulary.english(random))
                .collect(Collectors.joining(chinese ? "" : " "));
    }
}
