/** What came of it, for people and for programs. */
@NullMarked
package dev.homeroom.faults.report;

import org.jspecify.annotations.NullMarked;
