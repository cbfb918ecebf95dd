/** Homeroom tried as a person would: by its command line, its pages and its sockets. */
@NullMarked
package dev.homeroom.standalone;

import org.jspecify.annotations.NullMarked;
