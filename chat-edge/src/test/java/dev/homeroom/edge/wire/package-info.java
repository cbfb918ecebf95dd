/** Clients for tests that can also do what a decent client would not. */
@NullMarked
package dev.homeroom.edge.wire;

import org.jspecify.annotations.NullMarked;
