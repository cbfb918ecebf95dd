/** Many people in many rooms: their connections, and what each of them hears. */
@NullMarked
package dev.homeroom.bench.crowd;

import org.jspecify.annotations.NullMarked;
