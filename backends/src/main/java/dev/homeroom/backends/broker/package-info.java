/** What runs inside the broker's own JVM; nothing here is on the class path of who starts it. */
@NullMarked
package dev.homeroom.backends.broker;

import org.jspecify.annotations.NullMarked;
