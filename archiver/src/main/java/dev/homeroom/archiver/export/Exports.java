package dev.homeroom.archiver.export;

import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.export.OrderResult.Full;
import dev.homeroom.archiver.export.OrderResult.Taken;
import dev.homeroom.archiver.export.OrderResult.TooManyKept;
import dev.homeroom.archiver.export.OrderResult.TooManyWaiting;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody's exports. One that they could not order any more does not exist for them. */
@Component
class Exports {
    private final ExportRows rows;
    private final Orders orders;
    private final ExportSettings settings;

    Exports(ExportRows rows, Orders orders, ExportSettings settings) {
        this.rows = rows;
        this.orders = orders;
        this.settings = settings;
    }

    @Transactional
    OrderResult order(Order order, ExportRequest request) {
        Caller caller = order.caller();
        rows.lockOrders(caller.id());
        List<ExportJob> known = rows.list(caller.id());
        if (known.stream().filter(Exports::isUnfinished).count() >= settings.waitingPerPerson()) {
            return new TooManyWaiting(settings.waitingPerPerson());
        }
        if (known.size() >= settings.keptPerPerson()) {
            return new TooManyKept(settings.keptPerPerson());
        }
        if (rows.sizeOfAll() >= settings.maxSizeOfAll().toBytes()) {
            return new Full();
        }
        UUID id = rows.insert(order, request);
        return new Taken(rows.find(caller.id(), id).orElseThrow());
    }

    private static boolean isUnfinished(ExportJob job) {
        return job.state() == ExportState.WAITING || job.state() == ExportState.RUNNING;
    }

    List<ExportJob> list(Caller caller) {
        return orders.stillAllowed(caller, rows.list(caller.id()));
    }

    Optional<ExportJob> find(Caller caller, UUID id) {
        List<ExportJob> found = rows.find(caller.id(), id).stream().toList();
        return orders.stillAllowed(caller, found).stream().findFirst();
    }

    /** Also one that is being written, which then ends. */
    boolean delete(Caller caller, UUID id) {
        Optional<ExportJob> own = rows.find(caller.id(), id);
        own.ifPresent(job -> rows.delete(job.id()));
        return own.isPresent();
    }
}
