package dev.homeroom.archiver.export;

import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.RoomId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An export in the background.
 *
 * @param title of what it is, for whoever ordered it
 * @param done how many entries have been written
 * @param total how many there are; null until they have been counted
 * @param size of the file, in bytes
 * @param problem why it failed, as a word that programs can rely on
 * @param run who writes it, or wrote it
 */
record ExportJob(
        UUID id,
        AccountId account,
        ExportRequest request,
        List<RoomId> rooms,
        String title,
        ExportState state,
        long done,
        @Nullable Long total,
        @Nullable String fileName,
        long size,
        @Nullable String problem,
        Instant createdAt,
        @Nullable Instant finishedAt,
        Instant expiresAt,
        @Nullable UUID run) {}
