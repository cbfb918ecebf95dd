/** Tests of letting dead letters in. */
@NullMarked
package dev.homeroom.archiver.replay;

import org.jspecify.annotations.NullMarked;
