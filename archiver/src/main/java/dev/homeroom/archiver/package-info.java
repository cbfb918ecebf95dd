/** The durable path: keeps every message, and owns accounts, groups, rooms and login. */
@NullMarked
package dev.homeroom.archiver;

import org.jspecify.annotations.NullMarked;
