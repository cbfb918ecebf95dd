/** Who is present in a room: on this edge, on the others, and no longer on one that died. */
@NullMarked
package dev.homeroom.edge.presence;

import org.jspecify.annotations.NullMarked;
