/** Tests of counting who took part. */
@NullMarked
package dev.homeroom.archiver.participation;

import org.jspecify.annotations.NullMarked;
