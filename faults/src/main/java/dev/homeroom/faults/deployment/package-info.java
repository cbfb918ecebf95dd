/** A whole Homeroom of processes on this machine, each of which can be killed, frozen and started again. */
@NullMarked
package dev.homeroom.faults.deployment;

import org.jspecify.annotations.NullMarked;
