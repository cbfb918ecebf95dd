/** Signing in, the tokens that say who asks, and the rules before any request. */
@NullMarked
package dev.homeroom.archiver.login;

import org.jspecify.annotations.NullMarked;
