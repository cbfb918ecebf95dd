/** What is tried here without a server, or with a small one of our own. */
@NullMarked
package dev.homeroom.bench.socketio;

import org.jspecify.annotations.NullMarked;
