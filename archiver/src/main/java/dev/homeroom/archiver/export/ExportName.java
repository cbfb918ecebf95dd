package dev.homeroom.archiver.export;

import java.time.LocalDate;

/**
 * What an export's file is called: {@code Class 7b 2026-03-02 filtered.csv}. Nobody takes a part for the whole later, an
 * old export for a new one, or one with names for one without.
 *
 * @param day on which it was made
 * @param coded whether it has codes where names would stand
 */
public record ExportName(String room, LocalDate day, boolean filtered, boolean coded) {
    public String withEnding(String ending) {
        return room + " " + day + (filtered ? " filtered" : "") + (coded ? " codes" : "") + "." + ending;
    }
}
