/** The command that lets dead letters into the transcript once what was wrong with them, or with us, has been mended. */
@NullMarked
package dev.homeroom.archiver.replay;

import org.jspecify.annotations.NullMarked;
