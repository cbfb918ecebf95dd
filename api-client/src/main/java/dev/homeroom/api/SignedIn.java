package dev.homeroom.api;

/**
 * Somebody who is signed in.
 *
 * @param id of the account
 * @param token that the API and edges take
 */
public record SignedIn(String id, String token) {}
