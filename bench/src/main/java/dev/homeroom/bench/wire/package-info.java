/** WebSocket connections by the thousand on a few selector threads. Knows nothing of what is said. */
@NullMarked
package dev.homeroom.bench.wire;

import org.jspecify.annotations.NullMarked;
