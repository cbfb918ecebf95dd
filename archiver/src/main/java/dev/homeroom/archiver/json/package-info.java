/** How the HTTP API writes and reads JSON. */
@NullMarked
package dev.homeroom.archiver.json;

import org.jspecify.annotations.NullMarked;
