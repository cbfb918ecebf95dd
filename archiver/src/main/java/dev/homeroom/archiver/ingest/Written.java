package dev.homeroom.archiver.ingest;

import dev.homeroom.archiver.ingest.Judgement.Good;
import dev.homeroom.archiver.ingest.Judgement.Poison;
import java.util.List;

/**
 * What became of the records of a batch, each list in their order.
 *
 * @param stored are in the transcript now
 * @param known were there before, and say nothing new
 * @param poison cannot be stored
 */
record Written(List<Good> stored, List<Good> known, List<Poison> poison) {}
