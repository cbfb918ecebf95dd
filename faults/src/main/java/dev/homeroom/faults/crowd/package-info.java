/** The people: hundreds of standard Socket.IO clients in one Node process, and the diary of what they saw. */
@NullMarked
package dev.homeroom.faults.crowd;

import org.jspecify.annotations.NullMarked;
