/** What a scene comes to: everything that is known when it is over, judged and put together. */
@NullMarked
package dev.homeroom.bench.verdict;

import org.jspecify.annotations.NullMarked;
