/** What was delivered, compared with what was sent: loss, doubles, order. */
@NullMarked
package dev.homeroom.bench.check;

import org.jspecify.annotations.NullMarked;
