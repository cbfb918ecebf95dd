/** Replays from the log what a session missed, up to where its live events begin. */
@NullMarked
package dev.homeroom.edge.resume;

import org.jspecify.annotations.NullMarked;
