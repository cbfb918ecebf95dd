/** Times and percentiles, and the operating system's accounts of CPU time. */
@NullMarked
package dev.homeroom.bench.measure;

import org.jspecify.annotations.NullMarked;
