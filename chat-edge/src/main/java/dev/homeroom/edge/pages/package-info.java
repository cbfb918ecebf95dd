/** Serves the pages that people chat in. */
@NullMarked
package dev.homeroom.edge.pages;

import org.jspecify.annotations.NullMarked;
