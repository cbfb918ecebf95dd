/** Tests of the demo school. */
@NullMarked
package dev.homeroom.archiver.demo;

import org.jspecify.annotations.NullMarked;
