package dev.homeroom.archiver.concern;

import dev.homeroom.archiver.concern.FlagRows.Flag;
import dev.homeroom.archiver.concern.FlagRows.Message;
import dev.homeroom.archiver.concern.FlaggedWordRows.LookBack;
import dev.homeroom.archiver.ingest.FreshBatches;
import dev.homeroom.archiver.ingest.FreshBatches.Batch;
import dev.homeroom.archiver.start.BackgroundThread;
import dev.homeroom.archiver.start.Worker;
import dev.homeroom.archiver.words.PhraseList;
import dev.homeroom.archiver.words.Wanted;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Flags messages that hold words of their school's list, once they are stored: behind ingest and not in it, so that it takes
 * none of its time. Several archivers share the work.
 *
 * <p>A batch that comes to grief is tried again a few times, and then left aside for a while.
 *
 * <p>A batch is off the list with the same commit that flags what is in it. A word is looked back for in a transaction that
 * begins after it was added; so a message that was read without the word was stored before, and is found by looking back.
 */
@Component
class WordWatch implements Worker {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final int SLICE = 1_000;

    private final FreshBatches fresh;
    private final FlaggedWordRows words;
    private final FlagRows rows;
    private final TransactionTemplate transaction;
    private final ConcernSettings settings;
    private final Setbacks setbacks;
    private final BackgroundThread thread = new BackgroundThread("archiver-word-watch");

    WordWatch(
            FreshBatches fresh,
            FlaggedWordRows words,
            FlagRows rows,
            TransactionTemplate transaction,
            ConcernSettings settings) {
        this.fresh = fresh;
        this.words = words;
        this.rows = rows;
        this.transaction = transaction;
        this.settings = settings;
        setbacks = new Setbacks(settings.setAside());
    }

    @Override
    public void start() {
        thread.repeat(BETWEEN_LOOKS, "Flagged words could not be looked for", this::catchUp);
    }

    @Override
    public List<BackgroundThread> threads() {
        return List.of(thread);
    }

    /** Until there is nothing left to look at, or it is interrupted. */
    void catchUp() {
        repeatedly(this::readOne);
        repeatedly(() -> Boolean.TRUE.equals(transaction.execute(_ -> lookBackForOne())));
    }

    private static void repeatedly(BooleanSupplier step) {
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            more = step.getAsBoolean();
        }
    }

    /** @return whether there was one */
    private boolean readOne() {
        AtomicReference<@Nullable Batch> taken = new AtomicReference<>();
        try {
            transaction.executeWithoutResult(_ -> {
                taken.set(fresh.take(setbacks.aside()).orElse(null));
                read(taken.get());
            });
        } catch (RuntimeException e) {
            Batch failed = taken.get();
            if (failed != null) {
                setbacks.failed(failed.seq());
            }
            throw e;
        }
        Batch read = taken.get();
        if (read != null) {
            setbacks.succeeded(read.seq());
        }
        return read != null;
    }

    private void read(@Nullable Batch batch) {
        if (batch != null) {
            rows.messages(batch, SLICE, this::flag);
        }
    }

    private void flag(List<Message> messages) {
        if (!messages.isEmpty()) {
            Map<UUID, PhraseList> lists =
                    lists(messages.stream().map(Message::school).distinct().toList());
            rows.flag(messages.stream()
                    .flatMap(message ->
                            lists.getOrDefault(message.school(), PhraseList.EMPTY).foundIn(message.text()).stream()
                                    .map(word -> new Flag(message, word)))
                    .toList());
        }
    }

    private Map<UUID, PhraseList> lists(List<UUID> schools) {
        return words.of(schools).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> new PhraseList(each.getValue())));
    }

    private boolean lookBackForOne() {
        Optional<LookBack> found = words.lockLookBack();
        found.ifPresent(this::lookBack);
        return found.isPresent();
    }

    private void lookBack(LookBack word) {
        PhraseList list = new PhraseList(List.of(word.text()));
        List<Message> messages = Wanted.phraseOf(word.text())
                .map(phrase -> rows.messages(word, phrase, settings.lookBackMessages()))
                .orElse(List.of());
        rows.flag(messages.stream()
                .flatMap(message -> list.foundIn(message.text()).stream().map(text -> new Flag(message, text)))
                .toList());
        words.lookedBack(word.id());
    }
}
