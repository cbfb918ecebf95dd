/** The client's side of Engine.IO 4 and Socket.IO 5, as far as a load needs it. */
@NullMarked
package dev.homeroom.bench.socketio;

import org.jspecify.annotations.NullMarked;
