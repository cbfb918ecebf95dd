/** Tests of coming up and getting over outages. */
@NullMarked
package dev.homeroom.archiver.start;

import org.jspecify.annotations.NullMarked;
