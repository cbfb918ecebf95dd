/** Sessions that outlive their connection: what they are in is kept on Kafka, so that any edge can go on with them. */
@NullMarked
package dev.homeroom.edge.recovery;

import org.jspecify.annotations.NullMarked;
