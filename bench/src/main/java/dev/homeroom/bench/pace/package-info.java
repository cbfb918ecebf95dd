/** When each message is due, and sending it then, whatever the server does. */
@NullMarked
package dev.homeroom.bench.pace;

import org.jspecify.annotations.NullMarked;
