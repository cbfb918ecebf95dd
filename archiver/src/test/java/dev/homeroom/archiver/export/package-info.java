/** Tests of exports. */
@NullMarked
package dev.homeroom.archiver.export;

import org.jspecify.annotations.NullMarked;
