/** Holds what clients saw and were told against the log and the transcript, and counts what does not fit. */
@NullMarked
package dev.homeroom.faults.check;

import org.jspecify.annotations.NullMarked;
