/** Breaks a whole Homeroom at random, and counts the promises that it broke with it. */
@NullMarked
package dev.homeroom.faults;

import org.jspecify.annotations.NullMarked;
