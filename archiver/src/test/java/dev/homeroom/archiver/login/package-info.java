/** Tests of signing in. */
@NullMarked
package dev.homeroom.archiver.login;

import org.jspecify.annotations.NullMarked;
