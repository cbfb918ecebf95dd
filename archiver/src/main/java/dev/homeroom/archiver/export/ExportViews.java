package dev.homeroom.archiver.export;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Exports as JSON. */
final class ExportViews {
    private ExportViews() {}

    /**
     * An export.
     *
     * @param title of the room, or the name of the person
     * @param room null for what is of several rooms
     * @param done how many entries have been written
     * @param total how many there are; null until they have been counted
     * @param size of the file in bytes; 0 until it is whole
     * @param problem why it failed, as a word: too-large, exports-full, given-up, internal-error, or what a request would be told now
     */
    record ExportView(
            UUID id,
            ExportState state,
            String title,
            @Nullable UUID room,
            @Nullable UUID account,
            Format format,
            Naming names,
            long done,
            @Nullable Long total,
            @JsonProperty("file_name") @Nullable String fileName,
            long size,
            @Nullable String problem,
            @JsonProperty("created_at") Instant createdAt,
            @JsonProperty("finished_at") @Nullable Instant finishedAt,
            @JsonProperty("expires_at") Instant expiresAt) {
        static ExportView of(ExportJob job) {
            return new ExportView(
                    job.id(),
                    job.state(),
                    job.title(),
                    job.request().room(),
                    job.request().account(),
                    job.request().format(),
                    job.request().naming(),
                    job.done(),
                    job.total(),
                    job.fileName(),
                    job.state() == ExportState.DONE ? job.size() : 0,
                    job.problem(),
                    job.createdAt(),
                    job.finishedAt(),
                    job.expiresAt());
        }
    }

    /** Somebody's exports, the newest first. */
    record ExportsView(List<ExportView> items) {}
}
