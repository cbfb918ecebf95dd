package dev.homeroom.archiver.account;

import org.jspecify.annotations.Nullable;

/**
 * Which accounts of a school.
 *
 * @param role only these; null for all
 * @param text somewhere in the display name or the username; null for all
 * @param safeguardingLead only those who are, or are not; null for all
 */
public record AccountQuery(
        @Nullable Role role,
        @Nullable String text,
        @Nullable Boolean safeguardingLead) {}
