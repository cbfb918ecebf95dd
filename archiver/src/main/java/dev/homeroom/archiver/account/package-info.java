/** Schools and the people in them. */
@NullMarked
package dev.homeroom.archiver.account;

import org.jspecify.annotations.NullMarked;
