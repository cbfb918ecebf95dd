/** Accepts events, writes them to the log, and says when the log has them. */
@NullMarked
package dev.homeroom.edge.publish;

import org.jspecify.annotations.NullMarked;
