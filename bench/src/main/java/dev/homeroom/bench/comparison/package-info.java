/** Several systems under the same load, in turn, and what they come to side by side. */
@NullMarked
package dev.homeroom.bench.comparison;

import org.jspecify.annotations.NullMarked;
