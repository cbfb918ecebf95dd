/** A school to try things out with, and what has been going on in it. */
@NullMarked
package dev.homeroom.archiver.demo;

import org.jspecify.annotations.NullMarked;
