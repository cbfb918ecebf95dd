/** What every statement needs: times, arrays and patterns as Postgres wants them. */
@NullMarked
package dev.homeroom.archiver.sql;

import org.jspecify.annotations.NullMarked;
