/** The systems that are compared, each in processes of its own. */
@NullMarked
package dev.homeroom.bench.contender;

import org.jspecify.annotations.NullMarked;
