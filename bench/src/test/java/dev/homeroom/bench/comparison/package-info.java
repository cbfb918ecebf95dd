@NullMarked
package dev.homeroom.bench.comparison;

import org.jspecify.annotations.NullMarked;
