/** Who is behind a connection: checks login tokens with the keys on the keys topic. */
@NullMarked
package dev.homeroom.edge.session;

import org.jspecify.annotations.NullMarked;
