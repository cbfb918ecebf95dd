/** Tests of accounts. */
@NullMarked
package dev.homeroom.archiver.account;

import org.jspecify.annotations.NullMarked;
