package dev.homeroom.archiver.export;

import dev.homeroom.archiver.ingest.MonthDropped;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Leaves no file that may hold what was said in a month that is dropped, whatever its filters let through. */
@Component
class DroppedMonths {
    private final ExportRows rows;

    DroppedMonths(ExportRows rows) {
        this.rows = rows;
    }

    @EventListener
    void hear(MonthDropped dropped) {
        rows.forget(dropped.rooms());
    }
}
