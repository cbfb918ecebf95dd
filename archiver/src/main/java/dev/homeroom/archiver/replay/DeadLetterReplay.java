package dev.homeroom.archiver.replay;

import dev.homeroom.archiver.ingest.Generation;
import dev.homeroom.archiver.ingest.Generations;
import dev.homeroom.archiver.ingest.Readmission;
import dev.homeroom.archiver.ingest.Readmission.Mode;
import dev.homeroom.archiver.kafka.WholeTopics;
import dev.homeroom.contract.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads the dead letters from the first to the last that is there when it begins, and has those that are wanted judged
 * again. The letters stay where they are.
 */
class DeadLetterReplay {
    private final WholeTopics topics;
    private final OriginalRecords originals;
    private final Generations generations;
    private final Readmission readmission;

    DeadLetterReplay(WholeTopics topics, OriginalRecords originals, Generations generations, Readmission readmission) {
        this.topics = topics;
        this.originals = originals;
        this.generations = generations;
        this.readmission = readmission;
    }

    /** @param tally is right also where this fails midway: what it says is done */
    void run(Wanted wanted, Mode mode, Tally tally) {
        topics.readBatches(Topics.DEAD_LETTERS, batch -> replay(batch, wanted, mode, tally));
    }

    private void replay(List<ConsumerRecord<byte[], byte[]>> batch, Wanted wanted, Mode mode, Tally tally) {
        Map<Integer, Place> places = new TreeMap<>();
        tally.read(batch.size());
        for (ConsumerRecord<byte[], byte[]> entry : batch) {
            switch (Letter.read(entry)) {
                case Letter.Illegible _ -> tally.illegible();
                case Letter.Legible letter when !wanted.includes(letter) -> tally.passOver();
                case Letter.Legible letter -> sort(letter, places, tally);
            }
        }
        places.values().forEach(place -> tally.add(readmission.readmit(place.generation(), place.records(), mode)));
    }

    /** The letters of one generation. */
    private record Place(Generation generation, List<ConsumerRecord<byte[], byte[]>> records) {}

    private void sort(Letter.Legible letter, Map<Integer, Place> places, Tally tally) {
        Optional<Generation> generation = generation(letter);
        if (generation.isEmpty()) {
            tally.unplaced();
        } else if (letter.partition() < 0
                || letter.partition() >= generation.get().partitions()
                || letter.offset() < 0) {
            tally.illegible();
        } else {
            original(letter, generation.get())
                    .ifPresentOrElse(
                            record -> places.computeIfAbsent(
                                            generation.get().number(),
                                            _ -> new Place(generation.get(), new ArrayList<>()))
                                    .records()
                                    .add(record),
                            tally::gone);
        }
    }

    /** Letters of earlier versions do not name theirs; where there has been one alone it is that. */
    private Optional<Generation> generation(Letter.Legible letter) {
        return letter.topicId() == null ? generations.only() : generations.find(letter.topicId());
    }

    private Optional<ConsumerRecord<byte[], byte[]>> original(Letter.Legible letter, Generation generation) {
        return letter.isWhole()
                ? Optional.of(letter.original())
                : originals.find(generation.topicId(), letter.partition(), letter.offset());
    }
}
