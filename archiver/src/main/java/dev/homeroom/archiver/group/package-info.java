/** Groups of people that a room can be made for. */
@NullMarked
package dev.homeroom.archiver.group;

import org.jspecify.annotations.NullMarked;
