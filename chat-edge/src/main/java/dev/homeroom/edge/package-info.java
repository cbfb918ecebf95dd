/** The live path: from a browser to the log, and from the log to all browsers in the room. Knows Kafka and no database. */
@NullMarked
package dev.homeroom.edge;

import org.jspecify.annotations.NullMarked;
