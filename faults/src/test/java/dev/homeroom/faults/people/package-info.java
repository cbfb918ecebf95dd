/** People before the pages of a whole deployment, while its parts are taken away from it. */
@NullMarked
package dev.homeroom.faults.people;

import org.jspecify.annotations.NullMarked;
