/** Errors as the HTTP API shows them: problem details of RFC 9457. */
@NullMarked
package dev.homeroom.archiver.problem;

import org.jspecify.annotations.NullMarked;
