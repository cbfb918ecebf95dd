/** The outcome as a table for people and as JSON for programs. */
@NullMarked
package dev.homeroom.bench.report;

import org.jspecify.annotations.NullMarked;
