/** The school that a scene plays in, made and read over the HTTP API. */
@NullMarked
package dev.homeroom.bench.school;

import org.jspecify.annotations.NullMarked;
