package dev.homeroom.archiver.export;

import java.time.LocalDate;

/**
 * What an export's file is called: {@code Class 7b 2026-03-02 filtered.csv}. Nobody takes a part for the whole later, or an
 * old export for a new one.
 *
 * @param day on which it was made
 */
public record ExportName(String room, LocalDate day, boolean filtered) {
    public String withEnding(String ending) {
        return room + " " + day + (filtered ? " filtered" : "") + "." + ending;
    }
}
