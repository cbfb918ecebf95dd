package dev.homeroom.archiver.group;

import java.util.UUID;

/** Published within the transaction that changes who is in a group. The group's row is locked. */
public record GroupChanged(UUID group) {}
