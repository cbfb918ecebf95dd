/** An archive of many messages: what it takes to fill it from the log, and how fast one reads and finds something in it. */
@NullMarked
package dev.homeroom.bench.archive;

import org.jspecify.annotations.NullMarked;
