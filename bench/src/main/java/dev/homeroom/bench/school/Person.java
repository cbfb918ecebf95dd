package dev.homeroom.bench.school;

/** Somebody who is signed in. */
record Person(String id, String token) {}
