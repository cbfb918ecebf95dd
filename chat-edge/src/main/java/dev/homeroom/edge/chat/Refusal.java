package dev.homeroom.edge.chat;

/**
 * A refused request.
 *
 * @param error which of the catalogue
 * @param message for people, in English; never holds what somebody wrote
 */
record Refusal(ChatError error, String message) {}
