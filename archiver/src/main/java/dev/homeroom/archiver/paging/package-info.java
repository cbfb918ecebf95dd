/** Lists that come in pages. */
@NullMarked
package dev.homeroom.archiver.paging;

import org.jspecify.annotations.NullMarked;
