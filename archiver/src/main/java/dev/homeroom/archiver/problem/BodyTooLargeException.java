package dev.homeroom.archiver.problem;

import java.io.IOException;

/** A request's body turned out longer than the limit while it was read. */
public final class BodyTooLargeException extends IOException {}
