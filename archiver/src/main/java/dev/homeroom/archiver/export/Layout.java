package dev.homeroom.archiver.export;

import java.time.ZoneId;

/**
 * How an export looks.
 *
 * @param bom whether CSV begins with U+FEFF, without which Excel takes Chinese for something else
 * @param words the language of what it says by itself
 * @param zone by whose clocks HTML and PDF tell days and times; CSV and JSON have UTC
 */
record Layout(Format format, Naming naming, boolean bom, PrintedWords words, ZoneId zone) {}
