/** What clients say and hear: the events of the room dialect and of the plain one, their fields and errors. */
@NullMarked
package dev.homeroom.edge.chat;

import org.jspecify.annotations.NullMarked;
