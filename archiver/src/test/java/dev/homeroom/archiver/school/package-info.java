/** Tests of what an installation begins with. */
@NullMarked
package dev.homeroom.archiver.school;

import org.jspecify.annotations.NullMarked;
