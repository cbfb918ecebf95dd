/** The scene of a busy school in which some stop reading: what the others notice of it, and whether those come back whole. */
@NullMarked
package dev.homeroom.bench.slowreaders;

import org.jspecify.annotations.NullMarked;
