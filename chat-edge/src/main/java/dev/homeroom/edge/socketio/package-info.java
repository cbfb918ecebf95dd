/** Socket.IO protocol 5: packets, namespaces and acknowledgements over Engine.IO; knows no rooms. */
@NullMarked
package dev.homeroom.edge.socketio;

import org.jspecify.annotations.NullMarked;
