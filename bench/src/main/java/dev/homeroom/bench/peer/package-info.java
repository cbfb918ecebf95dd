/** Other Socket.IO servers on the JVM, made to hear and say what Homeroom's does: programs by themselves. */
@NullMarked
package dev.homeroom.bench.peer;

import org.jspecify.annotations.NullMarked;
