/** The scene of many rooms of a class each, all talking at once. */
@NullMarked
package dev.homeroom.bench.classrooms;

import org.jspecify.annotations.NullMarked;
