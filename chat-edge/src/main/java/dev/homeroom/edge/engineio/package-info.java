/** Engine.IO protocol 4: sessions over WebSocket and HTTP long-polling, on Jetty's core; knows no packets of Socket.IO. */
@NullMarked
package dev.homeroom.edge.engineio;

import org.jspecify.annotations.NullMarked;
