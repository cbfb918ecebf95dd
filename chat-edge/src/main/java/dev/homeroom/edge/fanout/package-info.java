/** From a partition of the log to the sessions on this edge that are in its rooms. */
@NullMarked
package dev.homeroom.edge.fanout;

import org.jspecify.annotations.NullMarked;
