/** The HTTP API of a running Homeroom, as programs use it from outside. */
@NullMarked
package dev.homeroom.api;

import org.jspecify.annotations.NullMarked;
