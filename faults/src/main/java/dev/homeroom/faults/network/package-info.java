/** The ways between the processes, each of which can be cut or fall silent. */
@NullMarked
package dev.homeroom.faults.network;

import org.jspecify.annotations.NullMarked;
