package dev.homeroom.archiver.ingest;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How the room log gets into the archive.
 *
 * @param group the consumer group that all archivers of an installation share
 * @param consumers how many partitions one archiver stores at the same time
 * @param batch records in one transaction, at most
 * @param sessionTimeout how long a killed archiver keeps its partitions from the others
 * @param retryPause between two attempts while Postgres or Kafka does not answer
 * @param maxRecord larger records are dead letters
 * @param clockAhead records sent later than they were written to the log, by more than this, are dead letters
 * @param clockBehind records sent earlier than they were written to the log, by more than this, are dead letters
 * @param resendWindow for how long a message that was stored is known when it comes again under the same id
 * @param deadLetterTimeout how long Kafka may take to confirm a dead letter
 * @param partitionsAhead for how many coming months the transcript's table is prepared
 * @param keepMonths for how many months before the running one the transcript is kept; 0 for ever
 * @param guestSchool name of the school that guest rooms belong to; the oldest school where none is named
 */
@Validated
@ConfigurationProperties("homeroom.archiver.ingest")
record IngestSettings(
        @NotBlank @DefaultValue("homeroom-archiver") String group,
        @Min(1) @DefaultValue("2") int consumers,
        @Min(1) @DefaultValue("2000") int batch,
        @DefaultValue("10s") Duration sessionTimeout,
        @DefaultValue("1s") Duration retryPause,
        @DefaultValue("256KB") DataSize maxRecord,
        @DefaultValue("1h") Duration clockAhead,
        @DefaultValue("30d") Duration clockBehind,
        @DefaultValue("30d") Duration resendWindow,
        @DefaultValue("10s") Duration deadLetterTimeout,
        @Min(1) @DefaultValue("3") int partitionsAhead,
        @Min(0) @DefaultValue("0") int keepMonths,
        @Nullable String guestSchool) {}
