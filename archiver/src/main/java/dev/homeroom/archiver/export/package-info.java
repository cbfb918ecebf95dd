/** Takes transcripts along: as CSV, JSON, HTML or PDF, at once or in the background, with names or with pseudonyms. */
@NullMarked
package dev.homeroom.archiver.export;

import org.jspecify.annotations.NullMarked;
