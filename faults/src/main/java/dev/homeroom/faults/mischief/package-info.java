/** What is done to a deployment, and when: planned from a seed, and then carried out. */
@NullMarked
package dev.homeroom.faults.mischief;

import org.jspecify.annotations.NullMarked;
