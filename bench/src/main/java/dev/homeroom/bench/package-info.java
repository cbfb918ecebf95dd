/** Puts load on a running Homeroom, times and checks every delivery, and says what it cost. */
@NullMarked
package dev.homeroom.bench;

import org.jspecify.annotations.NullMarked;
